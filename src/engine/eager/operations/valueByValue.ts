import type { Tensor } from '@tensorflow/tfjs-core';
import { curveGradient } from '../gradients/curve';
import { allocate, floats } from '../heap';
import type { OperationContext } from './operationContext';

/** A function of one number, and its derivative. */
export interface Curve {
  value(x: number): number;
  slope(x: number): number;
}

/** Applies a curve to each value. */
export function valueByValue({ wasm, tape }: OperationContext, x: Tensor, curve: Curve): Tensor {
  const y = allocate(wasm, x.shape);
  const [source, target] = [floats(wasm, x), floats(wasm, y)];
  for (let index = 0; index < target.length; index++) target[index] = curve.value(source[index] ?? 0);
  return tape.record(y, [{ tensor: x, gradient: (dy) => curveGradient(wasm, x, curve, dy) }]);
}
