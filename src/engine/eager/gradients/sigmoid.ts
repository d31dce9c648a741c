import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';

/** ∂L/∂x of the sigmoid y = σ(x): ∂L/∂y · y · (1 − y). */
export function sigmoidGradient(wasm: Wasm, y: Tensor, dy: Tensor): Tensor {
  const dx = allocate(wasm, y.shape);
  const [source, slopes, target] = [floats(wasm, y), floats(wasm, dy), floats(wasm, dx)];
  for (let index = 0; index < target.length; index++) {
    const value = source[index] ?? 0;
    target[index] = (slopes[index] ?? 0) * value * (1 - value);
  }
  return dx;
}
