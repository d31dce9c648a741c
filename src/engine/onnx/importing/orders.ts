import { elementCount } from '../../../network/layers/shape';
import type { Activation } from '../../importing/activation';
import { NoLayer } from '../../importing/noLayer';
import type { Operator } from './operator';

/** An image that ONNX has as C×H×W, as its convolutions take it. */
export function channelsFirst(operator: Operator, x: Activation): Activation {
  if (x.order === 'channelsFirst') return x;
  if (x.order === 'channelsLast') return permuted(operator, x, 'wch', 'channelsFirst');
  if (x.layer === null || x.shape === null) return { ...x, order: 'channelsFirst', shape: null };
  const [features = 1] = x.shape;
  // What a global pool made, which ONNX takes as an image of one pixel.
  return operator.layer({
    kind: 'reshape',
    config: { targetShape: [1, 1, features] },
    inputs: [x],
    order: 'channelsFirst',
  });
}

/** The same values in ONNX's own row-major order. */
export function rowMajor(operator: Operator, x: Activation): Activation {
  if (x.order === 'channelsFirst') {
    const [height = 1, width = 1, channels = 1] = x.shape ?? [];
    if (height * width === 1 || channels === 1) return { ...x, order: 'channelsLast' };
    return permuted(operator, x, 'chw', 'channelsLast');
  }
  if (x.order === 'channelsFirstFeatures')
    throw new NoLayer('its features are in the order of C×H×W, which dense layers alone can take');
  return x;
}

/** All values of each example in a row. */
export function flattened(operator: Operator, x: Activation): Activation {
  if (x.order === 'features' || x.order === 'channelsFirstFeatures') return x;
  const flat = operator.layer({ kind: 'flatten', inputs: [x], order: 'features' });
  const [height = 1, width = 1, channels = 1] = x.shape ?? [];
  if (x.order === 'channelsLast' || height * width === 1 || channels === 1) return flat;
  return { ...flat, order: 'channelsFirstFeatures', image: [height, width, channels] };
}

export function permuted(
  operator: Operator,
  x: Activation,
  order: string,
  becomes: 'channelsFirst' | 'channelsLast',
): Activation {
  return operator.layer({ kind: 'permute', config: { order }, inputs: [x], order: becomes });
}

/** Number of values of the last axis in the layer's order; null where it isn't known. */
export function channelsOf({ shape }: Activation): number | null {
  return shape?.at(-1) ?? null;
}

/** Extents as ONNX has them, without the batch axis. */
export function extentsOf({ shape, order }: Activation): readonly number[] | null {
  if (shape === null) return null;
  const [height = 1, width = 1, channels = 1] = shape;
  if (order === 'channelsFirst' && shape.length === 3) return [channels, height, width];
  return order === 'channelsLast' ? shape : [elementCount(shape)];
}

/** The axis of the layer's channels in ONNX's tensor, the batch axis counted. */
export function channelAxis({ order, shape }: Activation): number {
  return order === 'channelsLast' ? (shape?.length ?? 3) : 1;
}
