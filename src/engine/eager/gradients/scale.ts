import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';

/** ∂L/∂x of x · factors, where the factors are constant: the gradient times the same factors. */
export function scaleGradient(wasm: Wasm, factors: Float32Array, dy: Tensor): Tensor {
  const dx = allocate(wasm, dy.shape);
  const [slopes, target] = [floats(wasm, dy), floats(wasm, dx)];
  for (let index = 0; index < target.length; index++)
    target[index] = (slopes[index] ?? 0) * (factors[index] ?? 0);
  return dx;
}
