import type { Tensor } from '@tensorflow/tfjs-core';
import { probabilityRange } from '../../execution/probabilityRange';
import { allocate, floats, integers } from '../heap';
import type { Wasm } from '../loadWasm';
import { matrixExtents } from '../operations/shapes';

/** ∂L/∂p: −1/(N·p) at the label where p was not clipped, 0 elsewhere. */
export function crossEntropyGradient(
  wasm: Wasm,
  probabilities: Tensor,
  labels: Tensor,
  dMean: Tensor,
): Tensor {
  const [rows, classes] = matrixExtents(probabilities);
  const slopes = allocate(wasm, probabilities.shape);
  const [values, targets, target] = [
    floats(wasm, probabilities),
    integers(wasm, labels),
    floats(wasm, slopes),
  ];
  const share = (floats(wasm, dMean)[0] ?? 0) / rows;
  target.fill(0);
  for (let row = 0; row < rows; row++) {
    const index = row * classes + (targets[row] ?? 0);
    const chosen = values[index] ?? 0;
    const clipped = chosen < probabilityRange.lowest || chosen > probabilityRange.highest;
    if (!clipped) target[index] = -share / chosen;
  }
  return slopes;
}
