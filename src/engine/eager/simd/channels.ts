import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';
import type { Simd } from './simd';
import { withWorkspace } from './workspace';

/** Bytes of a float64. */
const double = 8;

/** Addresses of float64 values of each channel, one kind after another. */
type Addresses = readonly number[];

/**
 * Lends memory for several kinds of values of each channel, in float64, of which all but the last are given; returns the
 * last, which `use` has computed.
 */
function perChannel(
  wasm: Wasm,
  x: Tensor,
  channels: number,
  given: readonly Float64Array[],
  use: (addresses: Addresses, count: number) => void,
): Float64Array {
  const kinds = given.length + 1;
  const result = new Float64Array(channels);
  withWorkspace(wasm, 2 * kinds * channels, ({ address, integers }) => {
    const doubles = new Float64Array(integers.buffer, address, kinds * channels);
    for (const [kind, values] of given.entries()) doubles.set(values, kind * channels);
    const addresses = Array.from({ length: kinds }, (_, kind) => address + double * kind * channels);
    use(addresses, x.size / channels);
    result.set(doubles.subarray((kinds - 1) * channels));
  });
  return result;
}

/** Σ x of each channel, in float64. Channels are the last axis, or several of them together. */
export function channelSums(wasm: Wasm, simd: Simd, x: Tensor, channels: number): Float64Array {
  return perChannel(wasm, x, channels, [], ([sums = 0], count) =>
    simd.sumChannels(floats(wasm, x).byteOffset, count, channels, sums),
  );
}

/** Σ factors · (x − mean) of each channel, in float64; without factors Σ (x − mean)². */
export function centredSums(
  wasm: Wasm,
  simd: Simd,
  x: Tensor,
  means: Float64Array,
  factors: Tensor | null,
): Float64Array {
  const channels = means.length;
  return perChannel(wasm, x, channels, [means], ([mean = 0, sums = 0], count) => {
    const factorsAt = factors === null ? 0 : floats(wasm, factors).byteOffset;
    simd.sumProducts(
      factorsAt,
      floats(wasm, x).byteOffset,
      count,
      channels,
      mean,
      factors === null ? 1 : 0,
      sums,
    );
  });
}

/** (x − mean) · factor + offset */
export function normalised(
  wasm: Wasm,
  simd: Simd,
  x: Tensor,
  means: Float64Array,
  factors: Float64Array,
  offsets: Float64Array,
): Tensor {
  const channels = means.length;
  const y = allocate(wasm, x.shape);
  perChannel(wasm, x, channels, [means, factors, offsets], ([mean = 0, factor = 0, offset = 0], count) =>
    simd.normalise(
      floats(wasm, x).byteOffset,
      count,
      channels,
      mean,
      factor,
      offset,
      floats(wasm, y).byteOffset,
    ),
  );
  return y;
}

/** factor · (dy − shift − (x − mean) · pull) */
export function normalisedGradient(
  wasm: Wasm,
  simd: Simd,
  x: Tensor,
  dy: Tensor,
  { means, factors, shifts, pulls }: Readonly<Record<'means' | 'factors' | 'shifts' | 'pulls', Float64Array>>,
): Tensor {
  const channels = means.length;
  const dx = allocate(wasm, x.shape);
  const given = [means, factors, shifts, pulls];
  perChannel(wasm, x, channels, given, ([mean = 0, factor = 0, shift = 0, pull = 0], count) =>
    simd.normaliseGradient(
      floats(wasm, x).byteOffset,
      floats(wasm, dy).byteOffset,
      count,
      channels,
      mean,
      factor,
      shift,
      pull,
      floats(wasm, dx).byteOffset,
    ),
  );
  return dx;
}
