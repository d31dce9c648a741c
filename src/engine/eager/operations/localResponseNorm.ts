import type { Tensor } from '@tensorflow/tfjs-core';
import type { LocalResponseNormOptions } from '../../../network/layers/classicOps';
import { localResponseNormGradient } from '../gradients/localResponseNorm';
import { allocate, floats } from '../heap';
import type { OperationContext } from './operationContext';
import { lastExtent } from './shapes';

/** x · d^(−beta), with d = bias + alpha · Σ x² over the neighbouring channels. */
export function localResponseNorm(
  { wasm, tape }: OperationContext,
  x: Tensor,
  options: LocalResponseNormOptions,
): Tensor {
  const { radius, bias, alpha, beta } = options;
  const channels = lastExtent(x);
  const y = allocate(wasm, x.shape);
  const [source, target] = [floats(wasm, x), floats(wasm, y)];
  const divisors = new Float64Array(source.length);
  for (let start = 0; start < source.length; start += channels)
    for (let channel = 0; channel < channels; channel++) {
      let sum = 0;
      const last = Math.min(channel + radius, channels - 1);
      for (let near = Math.max(channel - radius, 0); near <= last; near++)
        sum += (source[start + near] ?? 0) ** 2;
      const divisor = bias + alpha * sum;
      divisors[start + channel] = divisor;
      target[start + channel] = (source[start + channel] ?? 0) * divisor ** -beta;
    }
  return tape.record(y, [
    { tensor: x, gradient: (dy) => localResponseNormGradient(wasm, x, divisors, options, dy) },
  ]);
}
