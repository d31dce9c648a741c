import type { Tensor } from '@tensorflow/tfjs-core';
import { floats } from '../heap';
import type { Wasm } from '../loadWasm';
import { centredSums, channelSums } from '../simd/channels';
import { lastExtent } from './shapes';

export interface ChannelMoments {
  /** Values in each channel. */
  readonly count: number;
  readonly means: Float64Array;
  /** Biased: divided by `count`. */
  readonly variances: Float64Array;
}

/** Mean and variance over all axes but the last, summed in float64 in two passes. */
export function channelMoments(wasm: Wasm, x: Tensor): ChannelMoments {
  const channels = lastExtent(x);
  if (wasm.simd !== null) {
    const count = x.size / channels;
    const means = channelSums(wasm, wasm.simd, x, channels).map((sum) => sum / count);
    const variances = centredSums(wasm, wasm.simd, x, means, null).map((sum) => sum / count);
    return { count, means, variances };
  }
  const values = floats(wasm, x);
  const count = values.length / channels;
  const means = new Float64Array(channels);
  for (let start = 0; start < values.length; start += channels)
    for (let channel = 0; channel < channels; channel++)
      means[channel] = (means[channel] ?? 0) + (values[start + channel] ?? 0);
  for (let channel = 0; channel < channels; channel++) means[channel] = (means[channel] ?? 0) / count;
  const variances = new Float64Array(channels);
  for (let start = 0; start < values.length; start += channels)
    for (let channel = 0; channel < channels; channel++) {
      const difference = (values[start + channel] ?? 0) - (means[channel] ?? 0);
      variances[channel] = (variances[channel] ?? 0) + difference * difference;
    }
  for (let channel = 0; channel < channels; channel++) variances[channel] = (variances[channel] ?? 0) / count;
  return { count, means, variances };
}
