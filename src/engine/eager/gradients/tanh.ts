import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';

/** ∂L/∂x of y = tanh x: ∂L/∂y · (1 − y²). */
export function tanhGradient(wasm: Wasm, y: Tensor, dy: Tensor): Tensor {
  const dx = allocate(wasm, y.shape);
  const [source, slopes, target] = [floats(wasm, y), floats(wasm, dy), floats(wasm, dx)];
  for (let index = 0; index < target.length; index++) {
    const value = source[index] ?? 0;
    target[index] = (slopes[index] ?? 0) * (1 - value * value);
  }
  return dx;
}
