import { defineLayer, only } from '../defineLayer';
import { keepsShape } from '../inputProblems';
import { kerasCall } from '../kerasLayer';
import { pytorchValueWise } from '../pytorchLayer';

/**
 * Zeroes the whole input of an example with probability `rate` while training and divides the others by 1 − rate;
 * identity otherwise; any shape (Huang et al. 2016, "Deep networks with stochastic depth"). The paper drops a branch for
 * a whole batch, and multiplies by 1 − rate outside training; this draws for each example, and divides while training,
 * as torchvision's StochasticDepth does in its mode "row". The expectation is the same.
 */
export const stochasticDepth = defineLayer({
  kind: 'stochasticDepth',
  label: 'Stochastic depth',
  category: 'regularization',
  rank: 11,
  glyph: 'stochasticdepth',
  stem: 'stochasticdepth',
  summary:
    'Leaves out a whole branch for random examples while training, so that only the shortcut is left. Put it at the end of a residual branch, in front of Add: deep networks train faster and generalise better.',
  inputs: 'one',
  transparent: true,
  fields: {
    rate: {
      type: 'number',
      label: 'Rate',
      term: 'dropout',
      help: 'Share of the examples that do without the branch at each step. The paper lets it grow evenly from 0 at the first block to 0.5 at the last.',
      default: 0.2,
      min: 0,
      max: 0.95,
      step: 0.05,
    },
  },

  title: ({ rate }) => `Drop path ${rate}`,
  outputShape: (inputs) => keepsShape('Stochastic depth', inputs),
  weights: () => [],
  macs: () => 0,
  forward: (ops, inputs, _weights, { rate }) => ops.dropout(only(inputs), rate, 'example'),
  pytorch: (_place, { rate }) => ({
    ...pytorchValueWise('StochasticDepth', [rate]),
    differs: 'Which examples are dropped is drawn anew.',
  }),
  keras: (_place, { rate }) => ({
    layers: [kerasCall('StochasticDepth', { rate })],
    differs: 'Which examples are dropped is drawn anew.',
  }),
});
