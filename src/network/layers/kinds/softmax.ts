import { defineLayer, only } from '../defineLayer';
import { keepsShape } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { pytorchValueWise } from '../pytorchLayer';

/** eˣ divided by the sum of eˣ over the last axis; any shape. */
export const softmax = defineLayer({
  kind: 'softmax',
  label: 'Softmax',
  category: 'activation',
  rank: 4,
  glyph: 'softmax',
  stem: 'softmax',
  summary: 'Turns scores into probabilities that add up to 1.',
  inputs: 'one',
  suits: 'glorot',
  fields: {},

  title: () => 'Softmax',
  outputShape: (inputs) => keepsShape('Softmax', inputs),
  weights: () => [],
  macs: () => 0,
  forward: (ops, inputs) => ops.softmax(only(inputs)),
  pytorch: () => pytorchValueWise('nn.Softmax', [], { dim: 1 }),
  keras: () => kerasOnly('Softmax'),
});
