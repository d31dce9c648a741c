import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats, integers } from '../heap';
import type { Wasm } from '../loadWasm';
import { matrixExtents } from '../operations/shapes';

/** ∂L/∂logit: (softmax − one-hot label) / N. */
export function softmaxCrossEntropyGradient(
  wasm: Wasm,
  logits: Tensor,
  labels: Tensor,
  probabilities: Float64Array,
  dMean: Tensor,
): Tensor {
  const [rows, classes] = matrixExtents(logits);
  const dLogits = allocate(wasm, logits.shape);
  const [targets, target] = [integers(wasm, labels), floats(wasm, dLogits)];
  const share = (floats(wasm, dMean)[0] ?? 0) / rows;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < classes; column++) {
      const index = row * classes + column;
      target[index] = ((probabilities[index] ?? 0) - (column === targets[row] ? 1 : 0)) * share;
    }
  return dLogits;
}
