import { defineLayer, only } from '../defineLayer';
import { keepsShape } from '../inputProblems';
import { kerasOnly, unlessKerasDefault } from '../kerasLayer';
import { pytorchValueWise } from '../pytorchLayer';

/** x where x > 0, alpha·(eˣ − 1) elsewhere; any shape (Clevert, Unterthiner & Hochreiter 2016, eq. 13). */
export const elu = defineLayer({
  kind: 'elu',
  label: 'ELU',
  category: 'activation',
  rank: 7,
  glyph: 'elu',
  stem: 'elu',
  summary:
    'Like ReLU for positive values; negative ones run smoothly into a floor. Activations average nearer to zero, and no unit is cut off abruptly.',
  inputs: 'one',
  suits: 'he',
  fields: {
    alpha: {
      type: 'number',
      label: 'Alpha',
      help: 'Depth of the floor: far below zero the output is −alpha.',
      default: 1,
      min: 0,
      max: 10,
      step: 0.1,
    },
  },

  title: ({ alpha }) => (alpha === 1 ? 'ELU' : `ELU ${alpha}`),
  outputShape: (inputs) => keepsShape('ELU', inputs),
  weights: () => [],
  macs: () => 0,
  forward: (ops, inputs, _weights, { alpha }) => ops.elu(only(inputs), alpha),
  pytorch: (_place, { alpha }) => pytorchValueWise('nn.ELU', alpha === 1 ? [] : [alpha]),
  keras: (_place, { alpha }) => kerasOnly('ELU', unlessKerasDefault({ alpha }, { alpha: 1 })),
});
