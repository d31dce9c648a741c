import { defineLayer, only } from '../defineLayer';
import { kerasPooling } from '../kerasSliding';
import { pooledShape, poolingFields, poolingOptions } from '../pooling';
import { maxPooling } from '../pytorchPooling';
import { slidingReach } from '../slidingWindow';

/** Largest value of each window: H×W×C to H′×W′×C. Padded positions never win. */
export const maxPool2d = defineLayer({
  kind: 'maxPool2d',
  label: 'Max pool',
  category: 'pooling',
  rank: 0,
  glyph: 'maxpool',
  stem: 'pool',
  shortcut: 'p',
  summary:
    'Keeps the largest value of each window: whether a pattern was found nearby, no longer exactly where.',
  inputs: 'one',
  transparent: true,
  fields: poolingFields,

  title: ({ poolSize: [height = 1, width = 1] }) => `Max pool ${height}×${width}`,
  outputShape: (inputs, config) => pooledShape('Max pool', inputs, config),
  weights: () => [],
  macs: () => 0,
  reach: (_inputs, { poolSize, strides }) => slidingReach(poolSize, strides),
  forward: (ops, inputs, _weights, config) => ops.maxPool2d(only(inputs), poolingOptions(config)),
  pytorch: ({ inputs }, config) => maxPooling(only(inputs), poolingOptions(config)),
  keras: (_place, config) => kerasPooling('MaxPooling2D', poolingOptions(config)),
});
