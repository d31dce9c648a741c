import type { Tensor } from '@tensorflow/tfjs-core';
import type { ConnectionTable } from '../../../network/layers/classicOps';
import { allocate, floats } from '../heap';
import type { OperationContext } from './operationContext';

/** Planes of a kernel put where they belong; the gradient picks them out again. */
export function spreadKernel(
  { wasm, tape }: OperationContext,
  kernel: Tensor,
  { inputs, outputs, pairs }: ConnectionTable,
): Tensor {
  const [height = 1, width = 1] = kernel.shape;
  const places = pairs.map(([input, output]) => input * outputs + output);
  const y = allocate(wasm, [height, width, inputs, outputs]);
  const [planes, full] = [floats(wasm, kernel), floats(wasm, y).fill(0)];
  for (let tap = 0; tap < height * width; tap++)
    for (const [plane, place] of places.entries())
      full[tap * inputs * outputs + place] = planes[tap * places.length + plane] ?? 0;
  const gradient = (dy: Tensor): Tensor => {
    const picked = allocate(wasm, kernel.shape);
    const [slopes, target] = [floats(wasm, dy), floats(wasm, picked)];
    for (let tap = 0; tap < height * width; tap++)
      for (const [plane, place] of places.entries())
        target[tap * places.length + plane] = slopes[tap * inputs * outputs + place] ?? 0;
    return picked;
  };
  return tape.record(y, [{ tensor: kernel, gradient }]);
}
