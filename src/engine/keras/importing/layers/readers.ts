import type { KerasReader } from '../kerasLayer';
import { activation, elu, leakyRelu, prelu, relu, softmax } from './activations';
import {
  conv2d,
  convTranspose2d,
  dense,
  depthwiseConv2d,
  separableConv2d,
  tableConv2d,
} from './convolutions';
import { dropping, trainingOnly } from './dropping';
import { tensorFlowFunction } from './functions';
import { add, average, concatenate, gate, multiply, subtract } from './merging';
import {
  batchNormalization,
  groupNormalization,
  layerNormalization,
  localResponseNormalization,
} from './normalisations';
import {
  adaptiveAveragePooling,
  globalAveragePooling,
  globalMaxPooling,
  pooling,
  trainableSubsample,
} from './poolings';
import {
  channelScale,
  flatten,
  permute,
  rescaling,
  reshape,
  shortcutPad,
  upSampling,
  zeroPadding,
} from './shaping';

/** What is given, as it is. */
const same: KerasReader = (layer) => layer.input;

/** How each class of Keras's layers is read; those of Layerwise's own exports are at the end. */
export const kerasReaders: Readonly<Record<string, KerasReader>> = {
  Activation: activation,
  ActivityRegularization: same,
  AdaptiveAveragePooling2D: adaptiveAveragePooling,
  Add: add,
  AlphaDropout: trainingOnly,
  Average: average,
  AveragePooling2D: pooling('averagePool2d'),
  BatchNormalization: batchNormalization,
  Concatenate: concatenate,
  Conv2D: conv2d,
  Conv2DTranspose: convTranspose2d,
  Dense: dense,
  DepthwiseConv2D: depthwiseConv2d,
  Dropout: dropping('dropout'),
  ELU: elu,
  Flatten: flatten,
  GaussianDropout: trainingOnly,
  GaussianNoise: trainingOnly,
  GlobalAveragePooling2D: globalAveragePooling,
  GlobalMaxPooling2D: globalMaxPooling,
  GroupNormalization: groupNormalization,
  Identity: same,
  LayerNormalization: layerNormalization,
  LeakyReLU: leakyRelu,
  MaxPooling2D: pooling('maxPool2d'),
  Multiply: multiply,
  PReLU: prelu,
  Permute: permute,
  RandomBrightness: trainingOnly,
  RandomContrast: trainingOnly,
  RandomFlip: trainingOnly,
  RandomRotation: trainingOnly,
  RandomTranslation: trainingOnly,
  RandomZoom: trainingOnly,
  ReLU: relu,
  Rescaling: rescaling,
  Reshape: reshape,
  SeparableConv2D: separableConv2d,
  Softmax: softmax,
  SpatialDropout2D: dropping('spatialDropout2d'),
  Subtract: subtract,
  TFOpLambda: tensorFlowFunction,
  UpSampling2D: upSampling,
  ZeroPadding2D: zeroPadding,

  AdaptiveMeanPooling2D: adaptiveAveragePooling,
  ChannelScale: channelScale,
  DigitDistances: (layer) => layer.layer({ kind: 'rbf', weights: ['kernel'] }),
  Gate: gate,
  LocalResponseNormalization: localResponseNormalization,
  PaddedAveragePooling2D: pooling('averagePool2d'),
  PaddedMaxPooling2D: pooling('maxPool2d'),
  ShortcutPad: shortcutPad,
  StochasticDepth: dropping('stochasticDepth'),
  TableConv2D: tableConv2d,
  TanhGelu: (layer) => layer.layer({ kind: 'gelu', config: { form: 'tanh' } }),
  TrainableSubsample: trainableSubsample,
};
