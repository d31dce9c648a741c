import type { Tensor } from '@tensorflow/tfjs-core';
import type { LossOps, Ops } from '../../network/layers/ops';
import { leakyRelu, relu, sigmoid, softmax, tanh } from './operations/activation';
import { activationOps } from './operations/activationTable';
import { batchNorm } from './operations/batchNorm';
import { classicOps } from './operations/classic';
import { conv2d } from './operations/convolution';
import { depthwiseConv2d } from './operations/depthwiseConvolution';
import { dropout } from './operations/dropout';
import { normalisationOps } from './operations/exampleNorm';
import { biasAdd, matMul } from './operations/linear';
import { crossEntropyOfProbabilities, meanSquaredError, softmaxCrossEntropy } from './operations/losses';
import { add, concat } from './operations/merging';
import { accuracy, topKAccuracy } from './operations/metrics';
import type { OperationContext } from './operations/operationContext';
import { averagePool2d, globalAveragePool2d, maxPool2d } from './operations/pooling';
import { productOps } from './operations/products';
import { flatten, zeroPad2d } from './operations/reshaping';
import { shapingOps } from './operations/shaping';
import { convTranspose2d } from './operations/transposedConvolution';

/** The op set as calls that run at once: each gives a tensor, and records its gradient rules. */
export function eagerOps(context: OperationContext): Ops<Tensor> & LossOps<Tensor> {
  return {
    ...activationOps(context),
    ...normalisationOps(context),
    ...shapingOps(context),
    ...productOps(context),
    ...classicOps(context),
    conv2d: (x, kernel, options) => conv2d(context, x, kernel, options),
    depthwiseConv2d: (x, kernel, options) => depthwiseConv2d(context, x, kernel, options),
    convTranspose2d: (x, kernel, options) => convTranspose2d(context, x, kernel, options),
    biasAdd: (x, bias) => biasAdd(context, x, bias),
    matMul: (x, kernel) => matMul(context, x, kernel),
    maxPool2d: (x, options) => maxPool2d(context, x, options),
    averagePool2d: (x, options) => averagePool2d(context, x, options),
    globalAveragePool2d: (x) => globalAveragePool2d(context, x),
    flatten: (x) => flatten(context, x),
    relu: (x) => relu(context, x),
    leakyRelu: (x, slope) => leakyRelu(context, x, slope),
    sigmoid: (x) => sigmoid(context, x),
    tanh: (x) => tanh(context, x),
    softmax: (x) => softmax(context, x),
    batchNorm: (x, scale, offset, movingMean, movingVariance, options) =>
      batchNorm(context, x, { scale, offset, movingMean, movingVariance }, options),
    dropout: (x, rate, unit) => dropout(context, x, rate, unit),
    add: (terms) => add(context, terms),
    concat: (parts) => concat(context, parts),
    zeroPad2d: (x, sides) => zeroPad2d(context, x, sides),
    softmaxCrossEntropy: (logits, labels) => softmaxCrossEntropy(context, logits, labels),
    crossEntropyOfProbabilities: (probabilities, labels) =>
      crossEntropyOfProbabilities(context, probabilities, labels),
    meanSquaredError: (predictions, labels) => meanSquaredError(context, predictions, labels),
    accuracy: (predictions, labels) => accuracy(context, predictions, labels),
    topKAccuracy: (predictions, labels, k) => topKAccuracy(context, predictions, labels, k),
  };
}
