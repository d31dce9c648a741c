import type { Tensor } from '@tensorflow/tfjs-core';
import type { Pair } from '../../../network/layers/ops';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';
import { imageExtents } from '../operations/shapes';
import type { WindowAxis } from '../operations/windowAxis';

/**
 * Images with their rows and columns put `strides` apart, zeros in between, and with `before` and `after` of each axis
 * as padding; what negative padding leaves no room for is cut off.
 */
export function spread(
  wasm: Wasm,
  images: Tensor,
  strides: Pair,
  [vertical, horizontal]: readonly [WindowAxis, WindowAxis],
): Tensor {
  const { batch, height, width, channels } = imageExtents(images);
  const rows = vertical.input + vertical.before + vertical.after;
  const columns = horizontal.input + horizontal.before + horizontal.after;
  const result = allocate(wasm, [batch, rows, columns, channels]);
  const [source, target] = [floats(wasm, images), floats(wasm, result)];
  target.fill(0);
  for (let image = 0; image < batch; image++)
    for (let y = 0; y < height; y++) {
      const row = y * strides[0] + vertical.before;
      if (row < 0 || row >= rows) continue;
      for (let x = 0; x < width; x++) {
        const column = x * strides[1] + horizontal.before;
        if (column < 0 || column >= columns) continue;
        const from = ((image * height + y) * width + x) * channels;
        const to = ((image * rows + row) * columns + column) * channels;
        for (let channel = 0; channel < channels; channel++)
          target[to + channel] = source[from + channel] ?? 0;
      }
    }
  return result;
}
