import { defineLayer, only } from '../defineLayer';
import { keepsShape } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { pytorchValueWise } from '../pytorchLayer';

/** 1 / (1 + e⁻ˣ), value by value; any shape. */
export const sigmoid = defineLayer({
  kind: 'sigmoid',
  label: 'Sigmoid',
  category: 'activation',
  rank: 2,
  glyph: 'sigmoid',
  stem: 'sigmoid',
  summary: 'Squeezes every value into 0 to 1. Its slope is at most ¼, so stacks of it make gradients vanish.',
  inputs: 'one',
  suits: 'glorot',
  fields: {},

  title: () => 'Sigmoid',
  outputShape: (inputs) => keepsShape('Sigmoid', inputs),
  weights: () => [],
  macs: () => 0,
  forward: (ops, inputs) => ops.sigmoid(only(inputs)),
  pytorch: () => pytorchValueWise('nn.Sigmoid'),
  keras: () => kerasOnly('Activation', { activation: 'sigmoid' }),
});
