import type { Tensor } from '@tensorflow/tfjs-core';
import { standardiseGradient } from '../gradients/standardise';
import { allocate, floats } from '../heap';
import { eachInSets, type NormalisedSets, setMeans } from './normalisedSets';
import type { OperationContext } from './operationContext';

/** (x − mean) / √(variance + ε) of each set of values, summed in float64 in two passes. */
export function standardise(
  { wasm, tape }: OperationContext,
  x: Tensor,
  sets: NormalisedSets,
  epsilon: number,
): Tensor {
  const y = allocate(wasm, x.shape);
  const [source, target] = [floats(wasm, x), floats(wasm, y)];
  const means = setMeans(sets, source.length, (index) => source[index] ?? 0);
  const variances = setMeans(
    sets,
    source.length,
    (index, set) => ((source[index] ?? 0) - (means[set] ?? 0)) ** 2,
  );
  const deviations = variances.map((variance) => 1 / Math.sqrt(variance + epsilon));
  eachInSets(sets, source.length, (index, set) => {
    target[index] = ((source[index] ?? 0) - (means[set] ?? 0)) * (deviations[set] ?? 0);
  });
  return tape.record(y, [
    { tensor: x, gradient: (dy) => standardiseGradient(wasm, y, deviations, sets, dy) },
  ]);
}
