import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';
import { eachInSets, type NormalisedSets, setMeans } from '../operations/normalisedSets';

/**
 * ∂L/∂x of y = (x − mean) · d, with d = 1/√(variance + ε) of each set: d · (∂L/∂y − mean of ∂L/∂y − y · mean of
 * ∂L/∂y · y).
 */
export function standardiseGradient(
  wasm: Wasm,
  y: Tensor,
  deviations: Float64Array,
  sets: NormalisedSets,
  dy: Tensor,
): Tensor {
  const dx = allocate(wasm, y.shape);
  const [values, slopes, target] = [floats(wasm, y), floats(wasm, dy), floats(wasm, dx)];
  const shifts = setMeans(sets, slopes.length, (index) => slopes[index] ?? 0);
  const pulls = setMeans(sets, slopes.length, (index) => (slopes[index] ?? 0) * (values[index] ?? 0));
  eachInSets(sets, slopes.length, (index, set) => {
    const slope = (slopes[index] ?? 0) - (shifts[set] ?? 0) - (values[index] ?? 0) * (pulls[set] ?? 0);
    target[index] = slope * (deviations[set] ?? 0);
  });
  return dx;
}
