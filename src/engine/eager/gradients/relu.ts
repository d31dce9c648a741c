import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';

/** ∂L/∂x of y = max(x, 0): the gradient where y is positive, 0 elsewhere. */
export function reluGradient(wasm: Wasm, y: Tensor, dy: Tensor): Tensor {
  const dx = allocate(wasm, y.shape);
  const [source, slopes, target] = [floats(wasm, y), floats(wasm, dy), floats(wasm, dx)];
  if (wasm.simd !== null) {
    wasm.simd.reluGradient(source.byteOffset, slopes.byteOffset, source.length, target.byteOffset);
    return dx;
  }
  for (let index = 0; index < target.length; index++) {
    target[index] = (source[index] ?? 0) > 0 ? (slopes[index] ?? 0) : 0;
  }
  return dx;
}
