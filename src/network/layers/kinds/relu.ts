import { defineLayer, only } from '../defineLayer';
import { keepsShape } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { pytorchValueWise } from '../pytorchLayer';

/** max(x, 0), value by value; any shape. Its gradient at 0 is 0. */
export const relu = defineLayer({
  kind: 'relu',
  label: 'ReLU',
  category: 'activation',
  rank: 0,
  glyph: 'relu',
  stem: 'relu',
  shortcut: 'r',
  summary:
    'Passes positive values and cuts negative ones to zero. Where it passes, the gradient goes through unchanged.',
  inputs: 'one',
  suits: 'he',
  fields: {},

  title: () => 'ReLU',
  outputShape: (inputs) => keepsShape('ReLU', inputs),
  weights: () => [],
  macs: () => 0,
  forward: (ops, inputs) => ops.relu(only(inputs)),
  pytorch: () => pytorchValueWise('nn.ReLU'),
  keras: () => kerasOnly('ReLU'),
});
