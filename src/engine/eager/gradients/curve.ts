import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';

/** ∂L/∂x of a function that is applied to each value: ∂L/∂y times its slope at x. */
export function curveGradient(
  wasm: Wasm,
  x: Tensor,
  { slope }: { slope(x: number): number },
  dy: Tensor,
): Tensor {
  const dx = allocate(wasm, x.shape);
  const [source, slopes, target] = [floats(wasm, x), floats(wasm, dy), floats(wasm, dx)];
  for (let index = 0; index < target.length; index++)
    target[index] = (slopes[index] ?? 0) * slope(source[index] ?? 0);
  return dx;
}
