import { defineLayer, only } from '../defineLayer';
import { keepsShape } from '../inputProblems';
import { kerasCall } from '../kerasLayer';
import { pytorchValueWise } from '../pytorchLayer';

/**
 * Zeroes values at random while training and divides the others by 1 − rate; identity otherwise; any shape
 * (Srivastava et al. 2014, with the scaling moved from test time to training).
 */
export const dropout = defineLayer({
  kind: 'dropout',
  label: 'Dropout',
  category: 'regularization',
  rank: 0,
  glyph: 'dropout',
  stem: 'dropout',
  summary:
    'Switches off random values at each training step, so that the network can’t rely on any one of them. Does nothing outside training.',
  inputs: 'one',
  transparent: true,
  fields: {
    rate: {
      type: 'number',
      label: 'Rate',
      term: 'dropout',
      help: 'Share of the values that are switched off at each step.',
      default: 0.5,
      min: 0,
      max: 0.95,
      step: 0.05,
    },
  },

  title: ({ rate }) => `Dropout ${rate}`,
  outputShape: (inputs) => keepsShape('Dropout', inputs),
  weights: () => [],
  macs: () => 0,
  forward: (ops, inputs, _weights, { rate }) => ops.dropout(only(inputs), rate, 'value'),
  pytorch: (_place, { rate }) => ({
    ...pytorchValueWise('nn.Dropout', [rate]),
    differs: 'Which values are dropped is drawn anew.',
  }),
  keras: (_place, { rate }) => ({
    layers: [kerasCall('Dropout', { rate })],
    differs: 'Which values are dropped is drawn anew.',
  }),
});
