import { orderOf } from '../../../importing/activation';
import { NoLayer } from '../../../importing/noLayer';
import type { Reader } from '../operator';
import { channelAxis } from '../orders';
import { add, divide, multiply, power, reduceSum, subtract } from './arithmetic';
import { convolution, transposedConvolution } from './convolution';
import { constant, constantOfShape, foldedAxes, gather, shape, slice } from './folding';
import { concat, sum } from './merging';
import { batchNormalization, instanceNormalization, layerNormalization, lrn } from './normalisation';
import { averagePool, globalAveragePool, globalMaxPool, maxPool, reduceMean } from './pooling';
import { gemm, matMul } from './products';
import { flatten, pad, reshape, resize, squeeze, transpose, unsqueeze } from './shaping';
import { neg, prelu, singleValues } from './singleValues';

/** What is given, as it is. */
const same: Reader = (operator) => {
  const [value] = operator.inputs;
  if (value === undefined) throw new NoLayer('its input 1 is missing');
  return value;
};

const softmax: Reader = (operator) => {
  const x = operator.activation(0);
  const rank = x.order === 'channelsFirst' || x.order === 'channelsLast' ? 4 : 2;
  const axis = operator.int('axis', operator.operatorSet < 13 ? 1 : -1);
  if ((axis < 0 ? axis + rank : axis) !== channelAxis(x))
    throw new NoLayer('it is not taken over the channels');
  return operator.layer({ kind: 'softmax', inputs: [x], ...orderOf(x) });
};

const dropout: Reader = (operator) => {
  const x = operator.activation(0);
  const rate = Number((operator.constant(1)?.values[0] ?? operator.float('ratio', 0.5)).toPrecision(6));
  if (rate === 0) return x;
  return operator.layer({ kind: 'dropout', config: { rate }, inputs: [x], ...orderOf(x) });
};

/** How each operator of ONNX is read. */
export const readers: Readonly<Record<string, Reader>> = {
  ...singleValues,
  Add: add,
  AveragePool: averagePool,
  BatchNormalization: batchNormalization,
  Cast: same,
  Concat: concat,
  Constant: constant,
  ConstantOfShape: constantOfShape,
  Conv: convolution,
  ConvTranspose: transposedConvolution,
  Div: divide,
  Dropout: dropout,
  Flatten: flatten,
  Gather: gather,
  Gemm: gemm,
  GlobalAveragePool: globalAveragePool,
  GlobalMaxPool: globalMaxPool,
  Identity: same,
  InstanceNormalization: instanceNormalization,
  LRN: lrn,
  LayerNormalization: layerNormalization,
  MatMul: matMul,
  MaxPool: maxPool,
  Mul: multiply,
  Neg: neg,
  PRelu: prelu,
  Pad: pad,
  Pow: power,
  ReduceMean: reduceMean,
  ReduceSum: reduceSum,
  Reshape: reshape,
  Resize: resize,
  Shape: shape,
  Slice: slice,
  Softmax: softmax,
  Squeeze: (operator) => foldedAxes(operator) ?? squeeze(operator),
  Sub: subtract,
  Sum: sum,
  Transpose: transpose,
  Unsqueeze: (operator) => foldedAxes(operator) ?? unsqueeze(operator),
  Upsample: resize,
};
