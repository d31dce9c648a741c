import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';
import { centredSums, channelSums, normalisedGradient } from '../simd/channels';

/** What the forward pass knows of each channel. */
export interface BatchStatistics {
  /** Values in each channel. */
  readonly count: number;
  readonly means: Float64Array;
  /** 1 / √(variance + ε) */
  readonly deviations: Float64Array;
}

export interface BatchNormGradients {
  readonly x: () => Tensor;
  readonly scale: () => Tensor;
  readonly offset: () => Tensor;
}

/**
 * Gradients of batch normalisation in training (Ioffe & Szegedy 2015, §3), with x̂ the normalised input: ∂L/∂offset =
 * Σ ∂L/∂y, ∂L/∂scale = Σ ∂L/∂y · x̂, ∂L/∂x = scale · deviation · (∂L/∂y − ∂L/∂offset/n − x̂ · ∂L/∂scale/n). The sums
 * serve all three and are made once.
 */
export function batchNormGradients(
  wasm: Wasm,
  x: Tensor,
  scale: Tensor,
  { count, means, deviations }: BatchStatistics,
): (dy: Tensor) => BatchNormGradients {
  let sums: Sums | null = null;
  return (dy) => {
    sums ??= sumsOver(wasm, x, dy, means, deviations);
    const { slopes, products } = sums;
    return {
      x: () => inputGradient(dy, slopes, products),
      scale: () => vector(products),
      offset: () => vector(slopes),
    };
  };

  function vector(values: Float64Array): Tensor {
    const tensor = allocate(wasm, scale.shape);
    floats(wasm, tensor).set(values);
    return tensor;
  }

  function inputGradient(dy: Tensor, slopeSums: Float64Array, productSums: Float64Array): Tensor {
    const scales = floats(wasm, scale);
    const channels = means.length;
    const factors = deviations.map((deviation, channel) => deviation * (scales[channel] ?? 0));
    const shifts = slopeSums.map((sum) => sum / count);
    const pulls = productSums.map((sum, channel) => (sum * (deviations[channel] ?? 0)) / count);
    if (wasm.simd !== null)
      return normalisedGradient(wasm, wasm.simd, x, dy, { means, factors, shifts, pulls });
    const dx = allocate(wasm, x.shape);
    const [source, slopes, target] = [floats(wasm, x), floats(wasm, dy), floats(wasm, dx)];
    for (let start = 0; start < target.length; start += channels)
      for (let channel = 0; channel < channels; channel++)
        target[start + channel] =
          (factors[channel] ?? 0) *
          ((slopes[start + channel] ?? 0) -
            (shifts[channel] ?? 0) -
            ((source[start + channel] ?? 0) - (means[channel] ?? 0)) * (pulls[channel] ?? 0));
    return dx;
  }
}

/** ∂L/∂x outside training, where the statistics do not depend on x: ∂L/∂y · scale · deviation of each channel. */
export function settledBatchNormGradient(
  wasm: Wasm,
  scale: Tensor,
  deviations: Float64Array,
  dy: Tensor,
): Tensor {
  const dx = allocate(wasm, dy.shape);
  const scales = floats(wasm, scale);
  const factors = deviations.map((deviation, channel) => deviation * (scales[channel] ?? 0));
  const [slopes, target] = [floats(wasm, dy), floats(wasm, dx)];
  for (let place = 0; place < target.length; place++)
    target[place] = (slopes[place] ?? 0) * (factors[place % factors.length] ?? 0);
  return dx;
}

interface Sums {
  /** Σ ∂L/∂y of each channel. */
  readonly slopes: Float64Array;
  /** Σ ∂L/∂y · x̂ of each channel. */
  readonly products: Float64Array;
}

function sumsOver(wasm: Wasm, x: Tensor, dy: Tensor, means: Float64Array, deviations: Float64Array): Sums {
  const normalised = (products: Float64Array): Float64Array =>
    products.map((sum, channel) => sum * (deviations[channel] ?? 0));
  if (wasm.simd !== null)
    return {
      slopes: channelSums(wasm, wasm.simd, dy, means.length),
      products: normalised(centredSums(wasm, wasm.simd, x, means, dy)),
    };
  const [values, gradients] = [floats(wasm, x), floats(wasm, dy)];
  const channels = means.length;
  const [slopes, products] = [new Float64Array(channels), new Float64Array(channels)];
  for (let start = 0; start < values.length; start += channels)
    for (let channel = 0; channel < channels; channel++) {
      const slope = gradients[start + channel] ?? 0;
      slopes[channel] = (slopes[channel] ?? 0) + slope;
      products[channel] =
        (products[channel] ?? 0) + slope * ((values[start + channel] ?? 0) - (means[channel] ?? 0));
    }
  return { slopes, products: normalised(products) };
}
