import { NoLayer } from '../../../importing/noLayer';
import type { KerasReader } from '../kerasLayer';
import { settingNumber } from '../settingNumber';
import { sidesOf } from './padding';

export const flatten: KerasReader = (layer) => layer.layer({ kind: 'flatten' });

export const reshape: KerasReader = (layer) => {
  const target = layer.setting('target_shape');
  const extents: readonly unknown[] = Array.isArray(target) ? target : [];
  if (extents.length === 1) return layer.isImage ? flatten(layer) : layer.input;
  if (extents.length !== 3) throw new NoLayer('it makes neither an image nor features');
  const targetShape = extents.map((extent) => (extent === -1 ? 0 : settingNumber(extent)));
  return layer.layer({ kind: 'reshape', config: { targetShape } });
};

export const permute: KerasReader = (layer) => {
  const dims = layer.setting('dims');
  const order = (Array.isArray(dims) ? dims : [])
    .map((axis) => 'hwc'[settingNumber(axis) - 1] ?? '?')
    .join('');
  return order === 'hwc' ? layer.input : layer.layer({ kind: 'permute', config: { order } });
};

export const zeroPadding: KerasReader = (layer) => {
  const padding = sidesOf(layer.setting('padding') ?? 1);
  return layer.layer({ kind: 'zeroPad2d', config: { padding } });
};

export const upSampling: KerasReader = (layer) =>
  layer.layer({
    kind: 'upsampling2d',
    config: {
      factors: layer.pair('size', [2, 2]),
      interpolation: layer.text('interpolation', 'nearest'),
    },
  });

export const rescaling: KerasReader = (layer) => {
  const [factor, offset] = [layer.setting('scale'), layer.setting('offset') ?? 0];
  if (typeof factor !== 'number' || offset !== 0)
    throw new NoLayer('it shifts its images: choose how they are scaled in the training settings');
  return layer.layer({ kind: 'scale', config: { factor, learned: false } });
};

export const channelScale: KerasReader = (layer) =>
  layer.layer({
    kind: 'scale',
    config: { factor: layer.number('start', 1), learned: true },
    weights: ['gamma'],
  });

export const shortcutPad: KerasReader = (layer) =>
  layer.layer({
    kind: 'shortcutPad',
    config: { channels: layer.number('channels', 0), strides: layer.pair('strides', [1, 1]) },
  });
