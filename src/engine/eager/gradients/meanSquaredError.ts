import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats, integers } from '../heap';
import type { Wasm } from '../loadWasm';
import { matrixExtents } from '../operations/shapes';

/** ∂L/∂prediction: 2 (prediction − target) / (N · classes). */
export function meanSquaredErrorGradient(
  wasm: Wasm,
  predictions: Tensor,
  labels: Tensor,
  dMean: Tensor,
): Tensor {
  const [rows, classes] = matrixExtents(predictions);
  const slopes = allocate(wasm, predictions.shape);
  const [values, targets, target] = [floats(wasm, predictions), integers(wasm, labels), floats(wasm, slopes)];
  const share = (2 * (floats(wasm, dMean)[0] ?? 0)) / values.length;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < classes; column++) {
      const index = row * classes + column;
      target[index] = ((values[index] ?? 0) - (column === targets[row] ? 1 : 0)) * share;
    }
  return slopes;
}
