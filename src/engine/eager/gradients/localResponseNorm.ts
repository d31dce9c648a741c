import type { Tensor } from '@tensorflow/tfjs-core';
import type { LocalResponseNormOptions } from '../../../network/layers/classicOps';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';
import { lastExtent } from '../operations/shapes';

/** ∂L/∂xᵢ = dyᵢ · dᵢ^(−beta) − 2 · alpha · beta · xᵢ · Σ dyⱼ · xⱼ · dⱼ^(−beta − 1), the sum over the neighbours j of i. */
export function localResponseNormGradient(
  wasm: Wasm,
  x: Tensor,
  divisors: Float64Array,
  { radius, alpha, beta }: LocalResponseNormOptions,
  dy: Tensor,
): Tensor {
  const channels = lastExtent(x);
  const dx = allocate(wasm, x.shape);
  const [source, slopes, target] = [floats(wasm, x), floats(wasm, dy), floats(wasm, dx)];
  const pulls = divisors.map(
    (divisor, place) => (slopes[place] ?? 0) * (source[place] ?? 0) * divisor ** (-beta - 1),
  );
  for (let start = 0; start < source.length; start += channels)
    for (let channel = 0; channel < channels; channel++) {
      const place = start + channel;
      let sum = 0;
      const last = Math.min(channel + radius, channels - 1);
      for (let near = Math.max(channel - radius, 0); near <= last; near++) sum += pulls[start + near] ?? 0;
      target[place] =
        (slopes[place] ?? 0) * (divisors[place] ?? 1) ** -beta -
        2 * alpha * beta * (source[place] ?? 0) * sum;
    }
  return dx;
}
