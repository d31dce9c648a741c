import { defineLayer, only } from '../defineLayer';
import { keepsShape } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { pytorchValueWise } from '../pytorchLayer';

/** Hyperbolic tangent, value by value; any shape. */
export const tanh = defineLayer({
  kind: 'tanh',
  label: 'Tanh',
  category: 'activation',
  rank: 3,
  glyph: 'tanh',
  stem: 'tanh',
  summary: 'Squeezes every value into −1 to 1. Its slope is 1 at zero and falls towards 0 for large values.',
  inputs: 'one',
  suits: 'glorot',
  fields: {},

  title: () => 'Tanh',
  outputShape: (inputs) => keepsShape('Tanh', inputs),
  weights: () => [],
  macs: () => 0,
  forward: (ops, inputs) => ops.tanh(only(inputs)),
  pytorch: () => pytorchValueWise('nn.Tanh'),
  keras: () => kerasOnly('Activation', { activation: 'tanh' }),
});
