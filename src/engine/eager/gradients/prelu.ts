import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';

/** ∂L/∂x of PReLU: the gradient where x is positive, the channel's slope times the gradient elsewhere. */
export function preluInputGradient(wasm: Wasm, x: Tensor, slopes: Tensor, dy: Tensor): Tensor {
  const dx = allocate(wasm, x.shape);
  const [source, gradients, target] = [floats(wasm, x), floats(wasm, dy), floats(wasm, dx)];
  const factors = floats(wasm, slopes);
  const channels = factors.length;
  for (let index = 0; index < target.length; index++) {
    const factor = (source[index] ?? 0) > 0 ? 1 : (factors[index % channels] ?? 0);
    target[index] = factor * (gradients[index] ?? 0);
  }
  return dx;
}

/** ∂L/∂slopes: ∂L/∂y · min(x, 0), summed over all axes but the last. */
export function preluSlopeGradient(wasm: Wasm, x: Tensor, slopes: Tensor, dy: Tensor): Tensor {
  const result = allocate(wasm, slopes.shape);
  const [source, gradients] = [floats(wasm, x), floats(wasm, dy)];
  const sums = new Float64Array(result.size);
  for (let index = 0; index < source.length; index++) {
    const negative = Math.min(source[index] ?? 0, 0);
    sums[index % sums.length] = (sums[index % sums.length] ?? 0) + (gradients[index] ?? 0) * negative;
  }
  floats(wasm, result).set(sums);
  return result;
}
