import { defineLayer, only } from '../defineLayer';
import { kerasPooling } from '../kerasSliding';
import { pooledShape, poolingFields, poolingOptions } from '../pooling';
import { averagePooling } from '../pytorchPooling';
import { slidingReach } from '../slidingWindow';

/** Mean of each window: H×W×C to H′×W′×C. Padded positions do not count, as in TensorFlow. */
export const averagePool2d = defineLayer({
  kind: 'averagePool2d',
  label: 'Average pool',
  category: 'pooling',
  rank: 1,
  glyph: 'avgpool',
  stem: 'avgpool',
  summary: 'Replaces each window by its mean, which shrinks the image and smooths it.',
  inputs: 'one',
  transparent: true,
  fields: poolingFields,

  title: ({ poolSize: [height = 1, width = 1] }) => `Avg pool ${height}×${width}`,
  outputShape: (inputs, config) => pooledShape('Average pool', inputs, config),
  weights: () => [],
  macs: () => 0,
  reach: (_inputs, { poolSize, strides }) => slidingReach(poolSize, strides),
  forward: (ops, inputs, _weights, config) => ops.averagePool2d(only(inputs), poolingOptions(config)),
  pytorch: ({ inputs }, config) => averagePooling(only(inputs), poolingOptions(config)),
  keras: (_place, config) => kerasPooling('AveragePooling2D', poolingOptions(config)),
});
