import { defineLayer } from '../defineLayer';
import { equalInputs } from '../equalInputs';
import { kerasOnly } from '../kerasLayer';
import { pytorchOnly } from '../pytorchLayer';

/** Sum of two or more inputs of equal shape, value by value. */
export const add = defineLayer({
  kind: 'add',
  label: 'Add',
  category: 'merge',
  rank: 0,
  glyph: 'add',
  stem: 'add',
  shortcut: 'a',
  summary:
    'Adds its inputs value by value: the heart of a residual network. Gradients pass back along every path unchanged.',
  inputs: 'many',
  transparent: true,
  fields: {},

  title: () => 'Add',

  outputShape: (inputs) => equalInputs('Add', inputs),
  weights: () => [],
  macs: () => 0,
  forward: (ops, inputs) => ops.add(inputs),
  pytorch: () => pytorchOnly('Add'),
  keras: () => kerasOnly('Add'),
});
