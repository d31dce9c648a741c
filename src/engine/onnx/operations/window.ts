import type { Pair, Sides, WindowOptions } from '../../../network/layers/ops';
import { imageOf, type OnnxTensor } from '../onnxTensor';

/** How a window slides, with the padding written out. */
export interface SlidingWindow {
  /** In ONNX's order: top, left, bottom, right. */
  readonly pads: readonly [number, number, number, number];
  readonly height: number;
  readonly width: number;
}

/**
 * Where a window of these extents slides over x. SAME is written out as TensorFlow pads, the odd row at the bottom and
 * the odd column at the right, so that no reader has to know what it means.
 */
export function slidingWindow(
  x: OnnxTensor,
  window: Pair,
  { strides, padding, dilations = [1, 1] }: Omit<WindowOptions, 'dilations'> & { dilations?: Pair },
): SlidingWindow {
  const { height, width } = imageOf(x);
  const sides = typeof padding === 'string' ? null : padding;
  const down = axis(height, window[0], strides[0], dilations[0], padding === 'same', sides?.slice(0, 2));
  const across = axis(width, window[1], strides[1], dilations[1], padding === 'same', sides?.slice(2));
  return {
    pads: [down.before, across.before, down.after, across.after],
    height: down.extent,
    width: across.extent,
  };
}

function axis(
  size: number,
  window: number,
  stride: number,
  dilation: number,
  same: boolean,
  [before = 0, after = 0]: readonly number[] = [],
): { readonly before: number; readonly after: number; readonly extent: number } {
  const reach = dilation * (window - 1) + 1;
  if (!same) return { before, after, extent: Math.floor((size + before + after - reach) / stride) + 1 };
  const extent = Math.ceil(size / stride);
  const total = Math.max(0, (extent - 1) * stride + reach - size);
  return { before: Math.floor(total / 2), after: Math.ceil(total / 2), extent };
}

/** Sides of an image as ONNX's Pad takes them: what comes in front of each axis of N×C×H×W, then what comes behind. */
export function imagePads([top, bottom, left, right]: Sides): readonly number[] {
  return [0, 0, top, left, 0, 0, bottom, right];
}
