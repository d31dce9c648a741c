import type { ActivationOps } from './activationOps';
import type { ClassicOps } from './classicOps';
import type { NormalisationOps } from './normalisationOps';
import type { ProductOps } from './productOps';
import type { ShapingOps } from './shapingOps';

/**
 * The op set: the language that every layer's forward pass is written in, once. Each executor
 * interprets it (a TensorFlow training graph, eager calls, an export). Tensors carry a batch axis
 * in front, channels last: N×H×W×C, or N×features.
 */

/** Rows or columns added at each side, in the order top, bottom, left, right. */
export type Sides = readonly [top: number, bottom: number, left: number, right: number];

export type Pair = readonly [height: number, width: number];

/** How a convolution's filters slide. */
export interface WindowOptions {
  readonly strides: Pair;
  /** SAME pads as TensorFlow does: output extent ⌈input / stride⌉, the odd row at the bottom or right. */
  readonly padding: 'same' | 'valid' | Sides;
  readonly dilations: Pair;
}

export interface Conv2dOptions extends WindowOptions {
  readonly groups: number;
}

export interface ConvTranspose2dOptions {
  readonly strides: Pair;
  readonly padding: 'same' | 'valid';
}

export interface Pool2dOptions {
  readonly window: Pair;
  readonly strides: Pair;
  readonly padding: 'same' | 'valid' | Sides;
}

export interface BatchNormOptions {
  /** Added to the variance before the square root. */
  readonly epsilon: number;
  /** Share of the old moving statistic that is kept at each step (Keras's convention). */
  readonly momentum: number;
}

/** What dropout keeps or drops as a whole: single values, channels of an example, or examples. */
export type DropoutUnit = 'value' | 'channel' | 'example';

/** `Tensor` is whatever the executor handles; a forward pass only hands it from op to op. */
export interface Ops<Tensor>
  extends ActivationOps<Tensor>,
    NormalisationOps<Tensor>,
    ShapingOps<Tensor>,
    ProductOps<Tensor>,
    ClassicOps<Tensor> {
  /** Cross-correlation of x (N×H×W×C) with kernel (kh×kw×C/groups×filters). */
  conv2d(x: Tensor, kernel: Tensor, options: Conv2dOptions): Tensor;
  /** Each channel c of x on its own with the filters kernel[:, :, c, j] (kh×kw×C×m), which give channel c·m + j. */
  depthwiseConv2d(x: Tensor, kernel: Tensor, options: WindowOptions): Tensor;
  /**
   * What is the input gradient of a convolution: each value of x (N×H×W×C) adds its multiple of the kernel
   * (kh×kw×filters×C) where that convolution would have looked. Gives stride · input rows for SAME, and
   * max(k − stride, 0) more for VALID.
   */
  convTranspose2d(x: Tensor, kernel: Tensor, options: ConvTranspose2dOptions): Tensor;
  /** Adds bias (channels) to the last axis of x. */
  biasAdd(x: Tensor, bias: Tensor): Tensor;
  /** x (N×features) times kernel (features×units). */
  matMul(x: Tensor, kernel: Tensor): Tensor;
  maxPool2d(x: Tensor, options: Pool2dOptions): Tensor;
  /** Mean over the window; padded positions do not count, as in TensorFlow. */
  averagePool2d(x: Tensor, options: Pool2dOptions): Tensor;
  /** Mean over height and width: N×H×W×C to N×C. */
  globalAveragePool2d(x: Tensor): Tensor;
  /** Keeps the batch axis and joins all others, row-major: N×H×W×C to N×(H·W·C). */
  flatten(x: Tensor): Tensor;
  relu(x: Tensor): Tensor;
  /** x where x > 0, slope·x elsewhere. */
  leakyRelu(x: Tensor, slope: number): Tensor;
  sigmoid(x: Tensor): Tensor;
  tanh(x: Tensor): Tensor;
  /** Softmax over the last axis. */
  softmax(x: Tensor): Tensor;
  /**
   * Batch normalisation over all axes but the last (Ioffe & Szegedy 2015, Algorithm 1). While training it
   * uses the batch's biased variance and moves the statistics on (unbiased variance); otherwise it uses the
   * moving statistics. Without a scale (null) it is 1, without an offset 0.
   */
  batchNorm(
    x: Tensor,
    scale: Tensor | null,
    offset: Tensor | null,
    movingMean: Tensor,
    movingVariance: Tensor,
    options: BatchNormOptions,
  ): Tensor;
  /** Zeroes each unit with probability `rate` and divides the others by 1 − rate; identity outside training. */
  dropout(x: Tensor, rate: number, unit: DropoutUnit): Tensor;
  add(terms: readonly Tensor[]): Tensor;
  /** Joins along the last axis. */
  concat(parts: readonly Tensor[]): Tensor;
  /** Zeros around height and width. */
  zeroPad2d(x: Tensor, sides: Sides): Tensor;
}

/** Losses and metrics of a batch: predictions N×classes, labels the N class numbers; each returns a scalar. */
export interface LossOps<Tensor> {
  /** Mean over the batch of −log softmax(logits)[label]. */
  softmaxCrossEntropy(logits: Tensor, labels: Tensor): Tensor;
  /** Mean over the batch of −log probabilities[label], probabilities clipped to [1e−7, 1 − 1e−7] as Keras does. */
  crossEntropyOfProbabilities(probabilities: Tensor, labels: Tensor): Tensor;
  /** Mean over batch and classes of (prediction − one-hot label)². */
  meanSquaredError(predictions: Tensor, labels: Tensor): Tensor;
  /** Share of the batch whose largest prediction is the label. */
  accuracy(predictions: Tensor, labels: Tensor): Tensor;
  /** Share of the batch whose label is among the k largest predictions. */
  topKAccuracy(predictions: Tensor, labels: Tensor, k: number): Tensor;
}
