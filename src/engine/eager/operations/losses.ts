import type { Tensor } from '@tensorflow/tfjs-core';
import { probabilityRange } from '../../execution/probabilityRange';
import { crossEntropyGradient } from '../gradients/crossEntropyOfProbabilities';
import { meanSquaredErrorGradient } from '../gradients/meanSquaredError';
import { softmaxCrossEntropyGradient } from '../gradients/softmaxCrossEntropy';
import { floats, integers, scalar } from '../heap';
import type { OperationContext } from './operationContext';
import { matrixExtents } from './shapes';

/** Mean of −log softmax(logits)[label]. */
export function softmaxCrossEntropy(
  { wasm, tape }: OperationContext,
  logits: Tensor,
  labels: Tensor,
): Tensor {
  const [rows, classes] = matrixExtents(logits);
  const [values, targets] = [floats(wasm, logits), integers(wasm, labels)];
  const probabilities = new Float64Array(values.length);
  let loss = 0;
  for (let row = 0; row < rows; row++) {
    const start = row * classes;
    let largest = values[start] ?? 0;
    for (let index = start; index < start + classes; index++) largest = Math.max(largest, values[index] ?? 0);
    let sum = 0;
    for (let index = start; index < start + classes; index++) sum += Math.exp((values[index] ?? 0) - largest);
    for (let index = start; index < start + classes; index++)
      probabilities[index] = Math.exp((values[index] ?? 0) - largest) / sum;
    loss += Math.log(sum) + largest - (values[start + (targets[row] ?? 0)] ?? Number.NaN);
  }
  return tape.record(scalar(wasm, loss / rows), [
    {
      tensor: logits,
      gradient: (dMean) => softmaxCrossEntropyGradient(wasm, logits, labels, probabilities, dMean),
    },
  ]);
}

/** Mean of −log p[label], p clipped to the range in which Keras takes its logarithm. */
export function crossEntropyOfProbabilities(
  { wasm, tape }: OperationContext,
  probabilities: Tensor,
  labels: Tensor,
): Tensor {
  const [rows, classes] = matrixExtents(probabilities);
  const [values, targets] = [floats(wasm, probabilities), integers(wasm, labels)];
  let loss = 0;
  for (let row = 0; row < rows; row++) {
    const chosen = values[row * classes + (targets[row] ?? 0)] ?? Number.NaN;
    loss -= Math.log(Math.min(Math.max(chosen, probabilityRange.lowest), probabilityRange.highest));
  }
  return tape.record(scalar(wasm, loss / rows), [
    {
      tensor: probabilities,
      gradient: (dMean) => crossEntropyGradient(wasm, probabilities, labels, dMean),
    },
  ]);
}

/** Mean over batch and classes of (prediction − one-hot label)². */
export function meanSquaredError(
  { wasm, tape }: OperationContext,
  predictions: Tensor,
  labels: Tensor,
): Tensor {
  const [rows, classes] = matrixExtents(predictions);
  const [values, targets] = [floats(wasm, predictions), integers(wasm, labels)];
  let sum = 0;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < classes; column++) {
      const error = (values[row * classes + column] ?? 0) - (column === targets[row] ? 1 : 0);
      sum += error * error;
    }
  return tape.record(scalar(wasm, sum / values.length), [
    {
      tensor: predictions,
      gradient: (dMean) => meanSquaredErrorGradient(wasm, predictions, labels, dMean),
    },
  ]);
}
