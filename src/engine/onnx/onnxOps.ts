import type { Ops } from '../../network/layers/ops';
import type { OnnxGraph } from './onnxGraph';
import type { OnnxTensor } from './onnxTensor';
import { gelu, prelu, relu6, silu, softmax } from './operations/activation';
import { localResponseNorm, negativeSquaredDistances, spreadKernel } from './operations/classic';
import { conv2d, convTranspose2d, depthwiseConv2d } from './operations/convolution';
import { batchNorm, groupNorm, layerNorm } from './operations/normalisation';
import { adaptiveAveragePool2d, averagePool2d, globalAveragePool2d, maxPool2d } from './operations/pooling';
import { biasAdd, matMul, scale, scaleChannels } from './operations/products';
import { concat, flatten, padChannels, permute, reshape, upsample2d, zeroPad2d } from './operations/shaping';

/** The op set as nodes of an ONNX graph (opset 17) that answers outside training: without dropout, with moving statistics. */
export function onnxOps(graph: OnnxGraph): Ops<OnnxTensor> {
  const valueByValue = (opType: string) => (x: OnnxTensor) => graph.add(opType, [x], x.shape);
  return {
    conv2d: (x, kernel, options) => conv2d(graph, x, kernel, options),
    depthwiseConv2d: (x, kernel, options) => depthwiseConv2d(graph, x, kernel, options),
    convTranspose2d: (x, kernel, options) => convTranspose2d(graph, x, kernel, options),
    biasAdd: (x, bias) => biasAdd(graph, x, bias),
    matMul: (x, kernel) => matMul(graph, x, kernel),
    maxPool2d: (x, options) => maxPool2d(graph, x, options),
    averagePool2d: (x, options) => averagePool2d(graph, x, options),
    globalAveragePool2d: (x) => globalAveragePool2d(graph, x),
    adaptiveAveragePool2d: (x, extents) => adaptiveAveragePool2d(graph, x, extents),
    relu: valueByValue('Relu'),
    sigmoid: valueByValue('Sigmoid'),
    tanh: valueByValue('Tanh'),
    softplus: valueByValue('Softplus'),
    leakyRelu: (x, slope) => graph.add('LeakyRelu', [x], x.shape, { alpha: { float: slope } }),
    elu: (x, alpha) => graph.add('Elu', [x], x.shape, { alpha: { float: alpha } }),
    relu6: (x) => relu6(graph, x),
    prelu: (x, slopes) => prelu(graph, x, slopes),
    gelu: (x, form) => gelu(graph, x, form),
    silu: (x) => silu(graph, x),
    softmax: (x) => softmax(graph, x),
    batchNorm: (x, scaling, offset, movingMean, movingVariance, options) =>
      batchNorm(graph, x, { scale: scaling, offset, movingMean, movingVariance }, options),
    layerNorm: (x, scaling, offset, options) => layerNorm(graph, x, scaling, offset, options),
    groupNorm: (x, scaling, offset, options) => groupNorm(graph, x, scaling, offset, options),
    localResponseNorm: (x, options) => localResponseNorm(graph, x, options),
    spreadKernel: (kernel, table) => spreadKernel(kernel, table),
    negativeSquaredDistances: (x, centres) => negativeSquaredDistances(graph, x, centres),
    dropout: (x) => x,
    add: (terms) => graph.add(terms.length === 2 ? 'Add' : 'Sum', terms, terms[0]?.shape ?? []),
    multiply: (left, right) => graph.add('Mul', [left, right], left.shape),
    scale: (x, factor) => scale(graph, x, factor),
    scaleChannels: (x, factors) => scaleChannels(graph, x, factors),
    concat: (parts) => concat(graph, parts),
    flatten: (x) => flatten(graph, x),
    reshape: (x, extents) => reshape(graph, x, extents),
    permute: (x, order) => permute(graph, x, order),
    upsample2d: (x, factors, interpolation) => upsample2d(graph, x, factors, interpolation),
    zeroPad2d: (x, sides) => zeroPad2d(graph, x, sides),
    padChannels: (x, channels) => padChannels(graph, x, channels),
  };
}
