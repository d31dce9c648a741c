import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';
import { channelSums } from '../simd/channels';

/** ∂L/∂bias: the output gradient summed over all axes but the last. */
export function biasGradient(wasm: Wasm, bias: Tensor, dy: Tensor): Tensor {
  const dBias = allocate(wasm, bias.shape);
  if (wasm.simd !== null) {
    floats(wasm, dBias).set(channelSums(wasm, wasm.simd, dy, bias.size));
    return dBias;
  }
  const slopes = floats(wasm, dy);
  const sums = new Float64Array(bias.size);
  for (let start = 0; start < slopes.length; start += sums.length)
    for (let channel = 0; channel < sums.length; channel++)
      sums[channel] = (sums[channel] ?? 0) + (slopes[start + channel] ?? 0);
  floats(wasm, dBias).set(sums);
  return dBias;
}
