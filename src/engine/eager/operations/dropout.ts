import type { Tensor } from '@tensorflow/tfjs-core';
import { assertNever } from '../../../network/assertNever';
import type { DropoutUnit } from '../../../network/layers/ops';
import { scaleGradient } from '../gradients/scale';
import type { OperationContext } from './operationContext';
import { philoxUniform } from './philox';
import { lastExtent } from './shapes';

/**
 * Zeroes each unit with probability `rate` and divides the others by 1 − rate; identity outside training. The mask is
 * the one that TensorFlow draws for the same key and step.
 */
export function dropout(
  { wasm, tape, training }: OperationContext,
  x: Tensor,
  rate: number,
  unit: DropoutUnit,
): Tensor {
  if (training === null || rate === 0) return x;
  const { units, unitOf } = unitsOf(x, unit);
  const uniform = philoxUniform(units, [0, 0, training.step, 0], training.randomKey());
  const [threshold, scale] = [Math.fround(rate), 1 / (1 - rate)];
  const factors = uniform.map((value) => (value >= threshold ? scale : 0));
  const mask =
    unit === 'value'
      ? factors
      : Float32Array.from({ length: x.size }, (_, index) => factors[unitOf(index)] ?? 0);
  const y = scaleGradient(wasm, mask, x);
  return tape.record(y, [{ tensor: x, gradient: (dy) => scaleGradient(wasm, mask, dy) }]);
}

/** How many units a tensor has, and to which of them each of its values belongs. */
function unitsOf(
  x: Tensor,
  unit: DropoutUnit,
): { readonly units: number; readonly unitOf: (index: number) => number } {
  const [batch = 1] = x.shape;
  const exampleSize = x.size / batch;
  switch (unit) {
    case 'value':
      return { units: x.size, unitOf: (index) => index };
    case 'channel': {
      const channels = lastExtent(x);
      return {
        units: batch * channels,
        unitOf: (index) => Math.floor(index / exampleSize) * channels + (index % channels),
      };
    }
    case 'example':
      return { units: batch, unitOf: (index) => Math.floor(index / exampleSize) };
    default:
      return assertNever(unit);
  }
}
