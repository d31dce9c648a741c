import { type Activation, orderOf } from '../../../importing/activation';
import { NoLayer } from '../../../importing/noLayer';
import { type Constant, scalarOf } from '../constant';
import { formulaOf, jointFormula } from '../formula';
import type { Operator, Reader } from '../operator';
import type { Formula, Value } from '../value';
import { addPerChannel, multiplyPerChannel } from './channelConstants';
import { merged } from './merging';
import { operand } from './singleValues';

type Join = (left: number, right: number) => number;

export const add: Reader = (operator) =>
  combined(operator, (left, right) => left + right, {
    withConstant: addPerChannel,
    ofLayers: () => merged(operator, 'add'),
  });

export const multiply: Reader = (operator) => {
  const [left, right] = operator.inputs;
  if (left?.type === 'step' && left.name === 'difference' && left === right)
    return { ...left, name: 'square' };
  return combined(operator, (first, second) => first * second, {
    withConstant: multiplyPerChannel,
    ofLayers: () => merged(operator, 'multiply'),
  });
};

export const subtract: Reader = (operator) => {
  const [left, right] = operator.inputs;
  if (left?.type === 'step' && left.name === 'row' && right?.type === 'constant')
    return { ...left, name: 'difference', constant: right };
  return combined(operator, (first, second) => first - second, {
    withConstant(_operator, index, constant) {
      if (index === 0) throw new NoLayer('it takes its input from a constant of several values');
      const values = Float32Array.from(constant.values, (value) => -value);
      return addPerChannel(operator, index, { ...constant, values });
    },
    ofLayers() {
      const [first, second] = [operator.activation(0), operator.activation(1)];
      const config = { factor: -1, learned: false };
      const negative = operator.layer({ kind: 'scale', config, inputs: [second], ...orderOf(second) });
      return operator.layer({ kind: 'add', inputs: [first, negative], ...orderOf(first) });
    },
  });
};

export const divide: Reader = (operator) =>
  combined(operator, (left, right) => left / right, {
    withConstant(_operator, index, constant) {
      if (index === 0) throw new NoLayer('it divides a constant of several values');
      const values = Float32Array.from(constant.values, (value) => 1 / value);
      return multiplyPerChannel(operator, index, { ...constant, values });
    },
    ofLayers() {
      throw new NoLayer('it divides what one layer makes by what another makes');
    },
  });

export const power: Reader = (operator) =>
  combined(operator, (left, right) => left ** right, {
    withConstant() {
      throw new NoLayer('');
    },
    ofLayers() {
      throw new NoLayer('');
    },
  });

/** The sum over what an RBF unit compares. */
export const reduceSum: Reader = (operator) => {
  const [value] = operator.inputs;
  const axes = (operator.listed('axes', 1) ?? []).join();
  const along = axes === '2' || axes === '-1';
  if (value?.type === 'step' && value.name === 'square' && along && operator.int('keepdims', 1) === 0)
    return { ...value, name: 'distance' };
  throw new NoLayer('');
};

function combined(
  operator: Operator,
  join: Join,
  others: {
    /** `index`: which of the two inputs the constant is. */
    withConstant(operator: Operator, index: number, constant: Constant): Value;
    ofLayers(): Value;
  },
): Value {
  const [left, right] = operator.inputs;
  if (left?.type === 'constant' && right?.type === 'constant') return folded(operator, left, right, join);
  if (right?.type === 'constant') {
    const scalar = scalarOf(right);
    if (scalar === null) return others.withConstant(operator, 1, right);
    return formulaOf(operator.draft, operator.named, operand(operator, 0), (x) => join(x, scalar));
  }
  if (left?.type === 'constant') {
    const scalar = scalarOf(left);
    if (scalar === null) return others.withConstant(operator, 0, left);
    return formulaOf(operator.draft, operator.named, operand(operator, 1), (x) => join(scalar, x));
  }
  const operands: readonly [Activation | Formula, Activation | Formula] = [
    operand(operator, 0),
    operand(operator, 1),
  ];
  const isFormula = operands[0] === operands[1] || operands.some(({ type }) => type === 'formula');
  return (isFormula ? jointFormula(operator.named, operands, join) : null) ?? others.ofLayers();
}

/** Sizes that an exporter computes; larger constants are no sizes. */
const mostFolded = 64;

function folded(operator: Operator, left: Constant, right: Constant, join: Join): Constant {
  const count = Math.max(left.values.length, right.values.length);
  const single = [left, right].some(({ values }) => values.length === 1);
  if (count > mostFolded || (left.values.length !== right.values.length && !single))
    throw new NoLayer('it computes with constants');
  const at = ({ values }: Constant, index: number) => values[values.length === 1 ? 0 : index] ?? 0;
  const values = Array.from({ length: count }, (_, index) => join(at(left, index), at(right, index)));
  const { shape } = left.values.length === count ? left : right;
  return { type: 'constant', name: operator.node.output[0] ?? '', shape, values };
}
