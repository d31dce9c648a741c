import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';

/** Gradients of y = x · scale, which has the shape of x's last axes: ∂L/∂y · scale, and ∂L/∂y · x summed over the others. */
export function scaleByGradients(
  wasm: Wasm,
  x: Tensor,
  scale: Tensor,
): { readonly x: (dy: Tensor) => Tensor; readonly scale: (dy: Tensor) => Tensor } {
  return {
    x(dy) {
      const dx = allocate(wasm, x.shape);
      const [slopes, factors, target] = [floats(wasm, dy), floats(wasm, scale), floats(wasm, dx)];
      for (let start = 0; start < target.length; start += factors.length)
        for (let place = 0; place < factors.length; place++)
          target[start + place] = (slopes[start + place] ?? 0) * (factors[place] ?? 0);
      return dx;
    },
    scale(dy) {
      const dScale = allocate(wasm, scale.shape);
      const [slopes, source] = [floats(wasm, dy), floats(wasm, x)];
      const sums = new Float64Array(scale.size);
      for (let start = 0; start < source.length; start += sums.length)
        for (let place = 0; place < sums.length; place++)
          sums[place] = (sums[place] ?? 0) + (slopes[start + place] ?? 0) * (source[start + place] ?? 0);
      floats(wasm, dScale).set(sums);
      return dScale;
    },
  };
}
