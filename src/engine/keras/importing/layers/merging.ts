import type { Activation } from '../../../importing/activation';
import { NoLayer } from '../../../importing/noLayer';
import type { KerasLayer, KerasReader } from '../kerasLayer';

/** What is added or multiplied; operators such as `x + y` in a functional model are calls of functions. */
function operands(layer: KerasLayer): readonly Activation[] {
  if (layer.inputs.length < 2 && layer.isFunction)
    throw new NoLayer('it is given a constant in place of what a layer makes');
  return layer.inputs;
}

export const add: KerasReader = (layer) => layer.layer({ kind: 'add', inputs: operands(layer) });

export const multiply: KerasReader = (layer) => layer.layer({ kind: 'multiply', inputs: operands(layer) });

export const subtract: KerasReader = (layer) => {
  const [first, second] = operands(layer);
  if (first === undefined || second === undefined) throw new NoLayer('it is given less than two values');
  const negative = layer.layer({
    kind: 'scale',
    config: { factor: -1, learned: false },
    inputs: [second],
    suffix: 'negative',
  });
  return layer.layer({ kind: 'add', inputs: [first, negative] });
};

/** The sum, divided by how many there are. */
export const average: KerasReader = (layer) => {
  const sum = layer.layer({ kind: 'add', suffix: 'sum' });
  const factor = 1 / layer.inputs.length;
  return layer.layer({ kind: 'scale', config: { factor, learned: false }, inputs: [sum] });
};

export const concatenate: KerasReader = (layer) => {
  const axes = layer.setting('axis') === undefined ? null : layer.axes('axis');
  if (axes !== null && axes.join() !== String(layer.isImage ? 2 : 0))
    throw new NoLayer('it joins along another axis than that of the channels');
  return layer.inputs.length === 1 ? layer.input : layer.layer({ kind: 'concat' });
};

export const gate: KerasReader = (layer) =>
  layer.layer({ kind: 'gate', config: { side: layer.boolean('rest', false) ? 'rest' : 'share' } });
