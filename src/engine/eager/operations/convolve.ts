import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import { floats } from '../heap';
import type { Wasm } from '../loadWasm';
import { convolution } from '../simd/convolution';
import { inGroups } from './inGroups';
import { imageExtents } from './shapes';
import type { WindowAxis } from './windowAxis';

/** Images, N×H×W×C, as the backend's own ops want to see them. */
export function asImages(tensor: Tensor): Tensor4D {
  if (isImages(tensor)) return tensor;
  throw new Error(`A batch of images was expected; got ${tensor.shape.join('×')}.`);
}

function isImages(tensor: Tensor): tensor is Tensor4D {
  return tensor.rank === 4;
}

type Axes = readonly [vertical: WindowAxis, horizontal: WindowAxis];

/** Cross-correlation: by our own SIMD kernels, or else in one group after another by the backend's op. */
export function convolve(wasm: Wasm, x: Tensor, kernel: Tensor, axes: Axes, groups: number): Tensor {
  if (wasm.simd !== null) return convolution(wasm, wasm.simd, x, kernel, axes, groups);
  return inGroups(wasm, groups, [x, kernel], ([input = x, filters = kernel]) =>
    convolveInOneGroup(wasm, input, filters, axes),
  );
}

/** Cross-correlation in one group by the backend's own op. Not both of stride and dilation may exceed 1. */
export function convolveInOneGroup(wasm: Wasm, x: Tensor, kernel: Tensor, axes: Axes): Tensor4D {
  const [vertical, horizontal] = axes;
  const y = wasm.tf.conv2d(
    asImages(x),
    asImages(kernel),
    [vertical.stride, horizontal.stride],
    [
      [0, 0],
      [vertical.before, vertical.after],
      [horizontal.before, horizontal.after],
      [0, 0],
    ],
    'NHWC',
    [vertical.dilation, horizontal.dilation],
  );
  restoreNaNs(wasm, x, kernel, y, axes);
  return y;
}

/**
 * The backend limits results to [−∞, ∞] in a way that turns NaN into −∞, which a ReLU behind it would turn into 0.
 * Wherever −∞ stands, the sum is computed again.
 */
function restoreNaNs(wasm: Wasm, x: Tensor, kernel: Tensor, y: Tensor, [vertical, horizontal]: Axes): void {
  const results = floats(wasm, y);
  let place = results.indexOf(Number.NEGATIVE_INFINITY);
  if (place < 0) return;
  const [image, filters] = [floats(wasm, x), floats(wasm, kernel)];
  const { height, width, channels } = imageExtents(x);
  const filterCount = imageExtents(y).channels;
  for (; place >= 0; place = results.indexOf(Number.NEGATIVE_INFINITY, place + 1)) {
    const filter = place % filterCount;
    const position = Math.floor(place / filterCount);
    const column = position % horizontal.output;
    const row = Math.floor(position / horizontal.output) % vertical.output;
    const batch = Math.floor(position / (horizontal.output * vertical.output));
    results[place] = sumAt(batch, row, column, filter);
  }

  function sumAt(batch: number, row: number, column: number, filter: number): number {
    let sum = 0;
    for (let i = 0; i < vertical.window; i++) {
      const imageRow = row * vertical.stride - vertical.before + i * vertical.dilation;
      if (imageRow < 0 || imageRow >= height) continue;
      for (let j = 0; j < horizontal.window; j++) {
        const imageColumn = column * horizontal.stride - horizontal.before + j * horizontal.dilation;
        if (imageColumn < 0 || imageColumn >= width) continue;
        const pixel = ((batch * height + imageRow) * width + imageColumn) * channels;
        const tap = (i * horizontal.window + j) * channels;
        for (let channel = 0; channel < channels; channel++)
          sum += (image[pixel + channel] ?? 0) * (filters[(tap + channel) * filterCount + filter] ?? 0);
      }
    }
    return sum;
  }
}
