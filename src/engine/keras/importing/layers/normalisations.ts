import { NoLayer } from '../../../importing/noLayer';
import type { KerasReader } from '../kerasLayer';

/** The most that our batch norm keeps at a step. */
const mostMomentum = 0.9999;

export const batchNormalization: KerasReader = (layer) => {
  const axes = layer.setting('axis') === undefined ? null : layer.axes('axis');
  if (axes !== null && axes.join() !== String(layer.isImage ? 2 : 0))
    throw new NoLayer('it normalises along another axis than that of the channels');
  const [scale, center] = [layer.boolean('scale', true), layer.boolean('center', true)];
  return layer.layer({
    kind: 'batchNorm',
    config: {
      momentum: Math.min(layer.number('momentum', 0.99), mostMomentum),
      epsilon: layer.number('epsilon', 1e-3),
      scale,
      center,
    },
    weights: [...(scale ? ['gamma'] : []), ...(center ? ['beta'] : []), 'movingMean', 'movingVariance'],
  });
};

export const layerNormalization: KerasReader = (layer) => {
  const axes = (layer.setting('axis') === undefined ? null : layer.axes('axis')) ?? [layer.isImage ? 2 : 0];
  const last = axes.join() === String(layer.isImage ? 2 : 0);
  if (!last && axes.join() !== '0,1,2') throw new NoLayer('it normalises over some of the axes');
  if (layer.boolean('rms_scaling', false)) throw new NoLayer('it divides by the root of the mean square');
  return layer.layer({
    kind: 'layerNorm',
    config: { axes: last ? 'channels' : 'example', epsilon: layer.number('epsilon', 1e-3) },
    ...scaleAndShift(layer.boolean('scale', true), layer.boolean('center', true)),
  });
};

export const groupNormalization: KerasReader = (layer) => {
  const axes = layer.setting('axis') === undefined ? null : layer.axes('axis');
  if (axes !== null && axes.join() !== String(layer.isImage ? 2 : 0))
    throw new NoLayer('its groups lie along another axis than that of the channels');
  const groups = layer.number('groups', 32);
  return layer.layer({
    kind: 'groupNorm',
    config: {
      groups: groups === -1 ? (layer.input.shape?.at(-1) ?? 1) : groups,
      epsilon: layer.number('epsilon', 1e-3),
    },
    ...scaleAndShift(layer.boolean('scale', true), layer.boolean('center', true)),
  });
};

/** Where Keras's layer has no factor or no constant, ours has ones and zeros. */
function scaleAndShift(
  scale: boolean,
  center: boolean,
): { readonly weights: readonly string[]; readonly constants: Readonly<Record<string, number>> } {
  return {
    weights: [...(scale ? ['gamma'] : []), ...(center ? ['beta'] : [])],
    constants: { ...(!scale && { gamma: 1 }), ...(!center && { beta: 0 }) },
  };
}

export const localResponseNormalization: KerasReader = (layer) =>
  layer.layer({
    kind: 'localResponseNorm',
    config: {
      size: layer.number('size', 5),
      bias: layer.number('bias', 2),
      alpha: layer.number('alpha', 1e-4),
      beta: layer.number('beta', 0.75),
    },
  });
