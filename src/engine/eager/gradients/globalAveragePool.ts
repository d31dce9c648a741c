import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';
import { imageExtents } from '../operations/shapes';

/** ∂L/∂x of the mean over height and width: the gradient over the number of positions, at each of them. */
export function globalAveragePoolGradient(wasm: Wasm, x: Tensor, dy: Tensor): Tensor {
  const { batch, height, width, channels } = imageExtents(x);
  const dx = allocate(wasm, x.shape);
  const [slopes, target] = [floats(wasm, dy), floats(wasm, dx)];
  const positions = height * width;
  for (let image = 0; image < batch; image++)
    for (let position = 0; position < positions; position++) {
      const start = (image * positions + position) * channels;
      for (let channel = 0; channel < channels; channel++)
        target[start + channel] = (slopes[image * channels + channel] ?? 0) / positions;
    }
  return dx;
}
