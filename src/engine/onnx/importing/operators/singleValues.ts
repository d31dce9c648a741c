import { NoLayer } from '../../../importing/noLayer';
import { erf, formulaOf, sigmoid } from '../formula';
import type { Operator, Reader } from '../operator';
import type { Value } from '../value';

/** Operators on single values, with their attributes; which of them are layers is told from what they compute. */
const functions: Readonly<Record<string, (operator: Operator) => (x: number) => number>> = {
  Relu: () => (x) => Math.max(x, 0),
  Sigmoid: () => sigmoid,
  Tanh: () => Math.tanh,
  Erf: () => erf,
  Softplus: () => (x) => Math.log1p(Math.exp(x)),
  Softsign: () => (x) => x / (1 + Math.abs(x)),
  Exp: () => Math.exp,
  Log: () => Math.log,
  Sqrt: () => Math.sqrt,
  Abs: () => Math.abs,
  Reciprocal: () => (x) => 1 / x,
  Mish: () => (x) => x * Math.tanh(Math.log1p(Math.exp(x))),
  HardSwish: () => (x) => x * Math.min(Math.max(x / 6 + 0.5, 0), 1),
  LeakyRelu(operator) {
    const slope = operator.float('alpha', 0.01);
    return (x) => (x > 0 ? x : slope * x);
  },
  Elu(operator) {
    const alpha = operator.float('alpha', 1);
    return (x) => (x > 0 ? x : alpha * Math.expm1(x));
  },
  Celu(operator) {
    const alpha = operator.float('alpha', 1);
    return (x) => (x > 0 ? x : alpha * Math.expm1(x / alpha));
  },
  Selu(operator) {
    const [alpha, gamma] = [operator.float('alpha', 1.67326), operator.float('gamma', 1.0507)];
    return (x) => gamma * (x > 0 ? x : alpha * Math.expm1(x));
  },
  HardSigmoid(operator) {
    const [alpha, beta] = [operator.float('alpha', 0.2), operator.float('beta', 0.5)];
    return (x) => Math.min(Math.max(alpha * x + beta, 0), 1);
  },
  Gelu(operator) {
    const inner = (x: number) =>
      operator.text('approximate', 'none') === 'tanh'
        ? Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))
        : erf(x * Math.SQRT1_2);
    return (x) => 0.5 * x * (1 + inner(x));
  },
  Clip(operator) {
    const low = operator.constant(1)?.values[0] ?? operator.float('min', Number.NEGATIVE_INFINITY);
    const high = operator.constant(2)?.values[0] ?? operator.float('max', Number.POSITIVE_INFINITY);
    return (x) => Math.min(Math.max(x, low), high);
  },
};

function reader(functionOf: (operator: Operator) => (x: number) => number): Reader {
  return (operator) => formulaOf(operator.draft, operator.named, operand(operator, 0), functionOf(operator));
}

export const singleValues: Readonly<Record<string, Reader>> = Object.fromEntries(
  Object.entries(functions).map(([opType, functionOf]) => [opType, reader(functionOf)]),
);

/** An input that may be a formula still. */
export function operand(
  operator: Operator,
  index: number,
): Extract<Value, { type: 'activation' | 'formula' }> {
  const value = operator.inputs[index];
  return value?.type === 'formula' ? value : operator.activation(index);
}

/** Turns signs, or ends the pattern of an RBF unit. */
export const neg: Reader = (operator) => {
  const [value] = operator.inputs;
  if (value?.type === 'step') {
    if (value.name !== 'distance' || value.constant === undefined) throw new NoLayer('');
    const kernel = Float32Array.from(value.constant.values);
    return operator.layer({ kind: 'rbf', inputs: [value.of], weights: { kernel }, order: 'features' });
  }
  return formulaOf(operator.draft, operator.named, operand(operator, 0), (x) => -x);
};

/** Slopes for each channel, or one for all. */
export const prelu: Reader = (operator) => {
  const x = operator.activation(0);
  const slopes = operator.weight(1);
  const channels = x.shape?.at(-1) ?? slopes.values.length;
  const [first = 0] = slopes.values;
  const values = slopes.values.length === 1 ? new Float32Array(channels).fill(first) : slopes.values;
  if (values.length !== channels || x.order === 'channelsFirstFeatures')
    throw new NoLayer('its slopes are not one for each channel');
  return operator.layer({
    kind: 'prelu',
    inputs: [x],
    weights: { slopes: Float32Array.from(values) },
    order: x.order,
  });
};
