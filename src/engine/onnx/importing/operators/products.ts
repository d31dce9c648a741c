import { elementCount } from '../../../../network/layers/shape';
import type { Activation } from '../../../importing/activation';
import { NoLayer } from '../../../importing/noLayer';
import { permuteValues } from '../../permuteValues';
import type { Constant } from '../constant';
import type { Operator, Reader } from '../operator';
import { meansFromLeft, meansFromRight } from './pooling';

export const gemm: Reader = (operator) => {
  const x = operator.activation(0);
  if (operator.int('transA', 0) !== 0) throw new NoLayer('it turns its input on its side');
  const kernel = operator.weight(1);
  const [alpha, beta] = [operator.float('alpha', 1), operator.float('beta', 1)];
  const bias = operator.constant(2);
  return dense(operator, x, {
    kernel: scaled(operator.int('transB', 0) === 1 ? transposed(kernel) : kernel, alpha),
    bias: bias === undefined ? null : scaled(bias, beta),
  });
};

export const matMul: Reader = (operator) => {
  const [left, right] = operator.inputs;
  const leftMeans = meansFromLeft(operator);
  if (leftMeans !== null && right?.type === 'activation' && right.order === 'channelsFirst')
    return { type: 'step', name: 'rowMeans', of: right, numbers: [leftMeans.rows] };
  const rightMeans = meansFromRight(operator);
  if (left?.type === 'step' && left.name === 'rowMeans' && rightMeans !== null)
    return operator.layer({
      kind: 'adaptiveAveragePool2d',
      config: { outputSize: [left.numbers[0] ?? 1, rightMeans.columns] },
      inputs: [left.of],
      order: 'channelsFirst',
    });
  return dense(operator, operator.activation(0), { kernel: operator.weight(1), bias: null });
};

function dense(
  operator: Operator,
  x: Activation,
  { kernel, bias }: { readonly kernel: Constant; readonly bias: Constant | null },
): Activation {
  const isKnown = x.layer !== null || x.shape !== null;
  if (isKnown && x.order !== 'features' && x.order !== 'channelsFirstFeatures')
    throw new NoLayer('a dense layer takes features, and it is given an image');
  const [features = 1, units = 1] = kernel.shape;
  if (kernel.shape.length !== 2 || features * units === 0) throw new NoLayer('its kernel is no matrix');
  if (x.shape !== null && elementCount(x.shape) !== features)
    throw new NoLayer(`its kernel is for ${features} features, and it is given ${elementCount(x.shape)}`);
  const values = Float32Array.from(kernel.values);
  return operator.layer({
    kind: 'dense',
    config: { units, useBias: bias !== null },
    inputs: [x],
    weights: {
      kernel: x.image === undefined ? values : channelsLastRows(values, x.image, units),
      ...(bias !== null && { bias: broadcast(bias, units) }),
    },
    order: 'features',
  });
}

/** Rows that are in the order of C×H×W, in that of H×W×C. */
function channelsLastRows(values: Float32Array, image: readonly number[], units: number): Float32Array {
  const [height = 1, width = 1, channels = 1] = image;
  return permuteValues(values, [channels, height, width, units], [1, 2, 0, 3]);
}

/** One value for each unit, where there may be one for all. */
export function broadcast({ values }: Pick<Constant, 'values'>, count: number): Float32Array {
  const [first = 0] = values;
  return values.length === 1 ? new Float32Array(count).fill(first) : Float32Array.from(values);
}

function transposed(constant: Constant): Constant {
  const [rows = 1, columns = 1] = constant.shape;
  if (constant.shape.length !== 2) return constant;
  const values = permuteValues(Float32Array.from(constant.values), [rows, columns], [1, 0]);
  return { ...constant, shape: [columns, rows], values };
}

function scaled(constant: Constant, factor: number): Constant {
  return factor === 1
    ? constant
    : { ...constant, values: Float32Array.from(constant.values, (value) => value * factor) };
}
