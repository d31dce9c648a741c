import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';

/** ∂L/∂x of max pooling: each gradient goes to the place that its window's largest value was found at. */
export function maxPoolGradient(wasm: Wasm, x: Tensor, places: Int32Array, dy: Tensor): Tensor {
  const dx = allocate(wasm, x.shape);
  const [slopes, target] = [floats(wasm, dy), floats(wasm, dx)];
  target.fill(0);
  for (let index = 0; index < places.length; index++) {
    const place = places[index] ?? 0;
    target[place] = (target[place] ?? 0) + (slopes[index] ?? 0);
  }
  return dx;
}
