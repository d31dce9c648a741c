import { only } from '../../../network/layers/defineLayer';
import type { LayerWriter } from '../layersGraph';
import { activation, elu, softmax, tanhGelu } from './activation';
import { digitDistances, gate, shortcutPad } from './classic';
import { conv2d, depthwiseConv2d, tableConv2d } from './convolution';
import { channelScale, groupNormalization, trainableSubsample } from './normalisation';
import { merge, nothing, plain } from './plain';
import { adaptivePooling, paddedPooling, upsampling } from './pooling';

const same = plain();

/** A layer that TensorFlow.js takes for images only: a vector is flat. */
const flatten: LayerWriter = (graph, layer, inputs) =>
  only(inputs).shape.length === 1 ? only(inputs) : same(graph, layer, inputs);

/** How each class of Keras's, and of code/keras/classes, is written in layers of TensorFlow.js. */
export const writers: Readonly<Record<string, LayerWriter>> = {
  Activation: activation,
  AdaptiveMeanPooling2D: adaptivePooling,
  Add: merge,
  AveragePooling2D: same,
  BatchNormalization: same,
  ChannelScale: channelScale,
  Concatenate: merge,
  Conv2D: conv2d,
  Conv2DTranspose: same,
  Dense: same,
  DepthwiseConv2D: depthwiseConv2d,
  DigitDistances: digitDistances,
  Dropout: same,
  ELU: elu,
  Flatten: flatten,
  Gate: gate,
  GlobalAveragePooling2D: same,
  GroupNormalization: groupNormalization,
  LayerNormalization: same,
  LeakyReLU: plain({ negative_slope: 'alpha' }),
  LocalResponseNormalization: same,
  MaxPooling2D: same,
  Multiply: merge,
  PReLU: same,
  PaddedAveragePooling2D: paddedPooling('AveragePooling2D'),
  PaddedMaxPooling2D: paddedPooling('MaxPooling2D'),
  Permute: same,
  ReLU: same,
  Rescaling: same,
  Reshape: same,
  SeparableConv2D: same,
  ShortcutPad: shortcutPad,
  Softmax: softmax,
  SpatialDropout2D: nothing,
  StochasticDepth: nothing,
  TableConv2D: tableConv2d,
  TanhGelu: tanhGelu,
  TrainableSubsample: trainableSubsample,
  UpSampling2D: upsampling,
  ZeroPadding2D: same,
};
