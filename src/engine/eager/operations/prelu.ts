import type { Tensor } from '@tensorflow/tfjs-core';
import { preluInputGradient, preluSlopeGradient } from '../gradients/prelu';
import { allocate, floats } from '../heap';
import type { OperationContext } from './operationContext';

/** x where x > 0, slope·x elsewhere, with one slope for each entry of the last axis. */
export function prelu({ wasm, tape }: OperationContext, x: Tensor, slopes: Tensor): Tensor {
  const y = allocate(wasm, x.shape);
  const [source, target, factors] = [floats(wasm, x), floats(wasm, y), floats(wasm, slopes)];
  const channels = factors.length;
  for (let index = 0; index < target.length; index++) {
    const value = source[index] ?? 0;
    target[index] = value > 0 ? value : (factors[index % channels] ?? 0) * value;
  }
  return tape.record(y, [
    { tensor: x, gradient: (dy) => preluInputGradient(wasm, x, slopes, dy) },
    { tensor: slopes, gradient: (dy) => preluSlopeGradient(wasm, x, slopes, dy) },
  ]);
}
