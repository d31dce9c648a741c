import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';
import { lastExtent } from '../operations/shapes';

/** ∂L/∂x of y = softmax x over the last axis: y · (∂L/∂y − Σ ∂L/∂y · y). */
export function softmaxGradient(wasm: Wasm, y: Tensor, dy: Tensor): Tensor {
  const extent = lastExtent(y);
  const dx = allocate(wasm, y.shape);
  const [source, slopes, target] = [floats(wasm, y), floats(wasm, dy), floats(wasm, dx)];
  for (let start = 0; start < target.length; start += extent) {
    let sum = 0;
    for (let index = start; index < start + extent; index++)
      sum += (slopes[index] ?? 0) * (source[index] ?? 0);
    for (let index = start; index < start + extent; index++)
      target[index] = (source[index] ?? 0) * ((slopes[index] ?? 0) - sum);
  }
  return dx;
}
