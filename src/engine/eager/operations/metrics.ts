import type { Tensor } from '@tensorflow/tfjs-core';
import { floats, integers, scalar } from '../heap';
import type { OperationContext } from './operationContext';
import { matrixExtents } from './shapes';

/** Share of the batch whose largest prediction is the label; of equal predictions the first counts. */
export function accuracy(context: OperationContext, predictions: Tensor, labels: Tensor): Tensor {
  return topKAccuracy(context, predictions, labels, 1);
}

/** Share of the batch whose label is among the k largest predictions; of equal ones the first count. */
export function topKAccuracy(
  { wasm }: OperationContext,
  predictions: Tensor,
  labels: Tensor,
  k: number,
): Tensor {
  const [rows, classes] = matrixExtents(predictions);
  const [values, targets] = [floats(wasm, predictions), integers(wasm, labels)];
  let hits = 0;
  for (let row = 0; row < rows; row++) {
    const label = targets[row] ?? 0;
    const own = values[row * classes + label] ?? Number.NaN;
    let ahead = 0;
    for (let column = 0; column < classes; column++) {
      const other = values[row * classes + column] ?? 0;
      if (other > own || (other === own && column < label)) ahead += 1;
    }
    if (ahead < k && !Number.isNaN(own)) hits += 1;
  }
  return scalar(wasm, hits / rows);
}
