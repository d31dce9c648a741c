import type { Pair, Sides } from '../../../network/layers/ops';
import type { ImageExtents } from './shapes';

/** How a window slides along one axis. */
export interface WindowAxis {
  /** Extent of the image. */
  readonly input: number;
  /** Positions of the window. */
  readonly output: number;
  /** Samples in the window. */
  readonly window: number;
  readonly stride: number;
  /** Distance between two samples. */
  readonly dilation: number;
  /** Rows or columns of padding in front of the image, and behind it. */
  readonly before: number;
  readonly after: number;
}

export interface SlidingWindow {
  readonly window: Pair;
  readonly strides: Pair;
  readonly dilations: Pair;
  readonly padding: 'same' | 'valid' | Sides;
}

/** The axes of a window that slides over images. */
export function windowAxes(
  image: Pick<ImageExtents, 'height' | 'width'>,
  { window, strides, dilations, padding }: SlidingWindow,
): readonly [vertical: WindowAxis, horizontal: WindowAxis] {
  const along = (axis: 0 | 1): WindowAxis => {
    const input = axis === 0 ? image.height : image.width;
    const sliding = { input, window: window[axis], stride: strides[axis], dilation: dilations[axis] };
    const reach = sliding.dilation * (sliding.window - 1) + 1;
    const [before, after] = paddingAlong(axis, input, reach, sliding.stride, padding);
    return {
      ...sliding,
      before,
      after,
      output: Math.floor((input + before + after - reach) / sliding.stride) + 1,
    };
  };
  return [along(0), along(1)];
}

/** SAME pads so that ⌈input / stride⌉ positions fit, the odd row at the end. */
function paddingAlong(
  axis: 0 | 1,
  input: number,
  reach: number,
  stride: number,
  padding: SlidingWindow['padding'],
): readonly [before: number, after: number] {
  if (padding === 'valid') return [0, 0];
  if (padding !== 'same') return axis === 0 ? [padding[0], padding[1]] : [padding[2], padding[3]];
  const total = Math.max(0, (Math.ceil(input / stride) - 1) * stride + reach - input);
  const before = Math.floor(total / 2);
  return [before, total - before];
}
