import { type Activation, orderOf } from '../../../importing/activation';
import { NoLayer } from '../../../importing/noLayer';
import type { Operator, Reader } from '../operator';
import { channelAxis, channelsFirst } from '../orders';
import { foldedConcat } from './folding';

/** Layers that take several inputs, in one order. */
export function merged(operator: Operator, kind: string): Activation {
  const inputs = inOneOrder(
    operator,
    operator.inputs.map((_, index) => operator.activation(index)),
  );
  const [first] = inputs;
  if (first === undefined) throw new NoLayer('it has no inputs');
  return inputs.length === 1 ? first : operator.layer({ kind, inputs, ...orderOf(first) });
}

function inOneOrder(operator: Operator, inputs: readonly Activation[]): readonly Activation[] {
  const orders = new Set(inputs.filter(({ layer }) => layer !== null).map(({ order }) => order));
  if (orders.size <= 1) {
    const [order = 'channelsFirst'] = orders;
    return inputs.map((input) => (input.layer === null ? { ...input, order } : input));
  }
  if (orders.has('features') || orders.has('channelsFirstFeatures'))
    throw new NoLayer('its inputs are images and features');
  return inputs.map((input) => channelsFirst(operator, input));
}

export const sum: Reader = (operator) => merged(operator, 'add');

export const concat: Reader = (operator) => {
  const folded = foldedConcat(operator);
  if (folded !== null) return folded;
  const axis = operator.int('axis', 1);
  const joined = inOneOrder(
    operator,
    operator.inputs.map((_, index) => operator.activation(index)),
  );
  const [first] = joined;
  if (first === undefined) throw new NoLayer('it has no inputs');
  if (first.order === 'channelsFirstFeatures' && joined.length > 1)
    throw new NoLayer('its features are in the order of C×H×W, which dense layers alone can take');
  const rank = first.order === 'features' ? 2 : 4;
  if ((axis < 0 ? axis + rank : axis) !== channelAxis(first))
    throw new NoLayer('it joins images along another axis than their channels');
  return operator.layer({ kind: 'concat', inputs: joined, order: first.order });
};
