import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';

/** ∂L/∂x of leaky ReLU: the gradient where x is positive, slope times the gradient elsewhere. */
export function leakyReluGradient(wasm: Wasm, x: Tensor, slope: number, dy: Tensor): Tensor {
  const dx = allocate(wasm, x.shape);
  const [source, slopes, target] = [floats(wasm, x), floats(wasm, dy), floats(wasm, dx)];
  for (let index = 0; index < target.length; index++) {
    const dy = slopes[index] ?? 0;
    target[index] = (source[index] ?? 0) > 0 ? dy : slope * dy;
  }
  return dx;
}
