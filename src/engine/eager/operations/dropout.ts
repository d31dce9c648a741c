import type { Tensor } from '@tensorflow/tfjs-core';
import { scaleGradient } from '../gradients/scale';
import type { OperationContext } from './operationContext';
import { philoxUniform } from './philox';

/**
 * Zeroes each value with probability `rate` and divides the others by 1 − rate; identity outside training. The mask is
 * the one that TensorFlow draws for the same key and step.
 */
export function dropout({ wasm, tape, training }: OperationContext, x: Tensor, rate: number): Tensor {
  if (training === null || rate === 0) return x;
  const uniform = philoxUniform(x.size, [0, 0, training.step, 0], training.randomKey());
  const [threshold, scale] = [Math.fround(rate), 1 / (1 - rate)];
  const mask = uniform.map((value) => (value >= threshold ? scale : 0));
  const y = scaleGradient(wasm, mask, x);
  return tape.record(y, [{ tensor: x, gradient: (dy) => scaleGradient(wasm, mask, dy) }]);
}
