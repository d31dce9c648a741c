import { defineLayer, only } from '../defineLayer';
import { keepsShape } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { pytorchValueWise } from '../pytorchLayer';

/** x where x > 0, slope·x elsewhere; any shape (Maas et al. 2013, §2). */
export const leakyRelu = defineLayer({
  kind: 'leakyRelu',
  label: 'Leaky ReLU',
  category: 'activation',
  rank: 1,
  glyph: 'lrelu',
  stem: 'lrelu',
  summary: 'A ReLU that lets a little of the negative side through, so that no unit can die for good.',
  inputs: 'one',
  suits: 'he',
  fields: {
    slope: {
      type: 'number',
      label: 'Slope',
      term: 'relu',
      help: 'Factor on negative values. 0 is a plain ReLU, 1 changes nothing.',
      default: 0.01,
      min: 0,
      max: 1,
      step: 0.01,
    },
  },

  title: ({ slope }) => `Leaky ReLU ${slope}`,
  outputShape: (inputs) => keepsShape('Leaky ReLU', inputs),
  weights: () => [],
  macs: () => 0,
  forward: (ops, inputs, _weights, { slope }) => ops.leakyRelu(only(inputs), slope),
  pytorch: (_place, { slope }) => pytorchValueWise('nn.LeakyReLU', [slope]),
  keras: (_place, { slope }) => kerasOnly('LeakyReLU', { negative_slope: slope }),
});
