import { defineLayer } from '../defineLayer';
import { equalInputs } from '../equalInputs';
import { kerasOnly } from '../kerasLayer';
import { pytorchOnly } from '../pytorchLayer';

/** Product of two or more inputs of equal shape, value by value. */
export const multiply = defineLayer({
  kind: 'multiply',
  label: 'Multiply',
  category: 'merge',
  rank: 2,
  glyph: 'multiply',
  stem: 'mul',
  summary:
    'Multiplies its inputs value by value. Where one of them lies between 0 and 1, it decides how much of the other passes.',
  inputs: 'many',
  fields: {},

  title: () => 'Multiply',
  outputShape: (inputs) => equalInputs('Multiply', inputs),
  weights: () => [],
  macs: () => 0,
  forward(ops, [first, ...others]) {
    if (first === undefined) throw new Error('Multiply was called without inputs.');
    return others.reduce((product, factor) => ops.multiply(product, factor), first);
  },
  pytorch: () => pytorchOnly('Multiply'),
  keras: () => kerasOnly('Multiply'),
});
