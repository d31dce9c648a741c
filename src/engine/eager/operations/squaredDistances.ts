import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { OperationContext } from './operationContext';
import { matrixExtents } from './shapes';

/** −Σ (x − centre)² for each centre; ∂/∂x = −2 Σ dy · (x − centre). */
export function negativeSquaredDistances(
  { wasm, tape }: OperationContext,
  x: Tensor,
  centres: Tensor,
): Tensor {
  const [rows, features] = matrixExtents(x);
  const [units] = matrixExtents(centres);
  const y = allocate(wasm, [rows, units]);
  const [source, middles, target] = [floats(wasm, x), floats(wasm, centres), floats(wasm, y)];
  const difference = (row: number, unit: number, feature: number): number =>
    (source[row * features + feature] ?? 0) - (middles[unit * features + feature] ?? 0);
  for (let row = 0; row < rows; row++)
    for (let unit = 0; unit < units; unit++) {
      let sum = 0;
      for (let feature = 0; feature < features; feature++) sum += difference(row, unit, feature) ** 2;
      target[row * units + unit] = -sum;
    }
  const gradient = (dy: Tensor): Tensor => {
    const dx = allocate(wasm, x.shape);
    const [slopes, result] = [floats(wasm, dy), floats(wasm, dx)];
    const [values, places] = [floats(wasm, x), floats(wasm, centres)];
    for (let row = 0; row < rows; row++)
      for (let feature = 0; feature < features; feature++) {
        let sum = 0;
        for (let unit = 0; unit < units; unit++)
          sum +=
            (slopes[row * units + unit] ?? 0) *
            ((values[row * features + feature] ?? 0) - (places[unit * features + feature] ?? 0));
        result[row * features + feature] = -2 * sum;
      }
    return dx;
  };
  return tape.record(y, [{ tensor: x, gradient }]);
}
