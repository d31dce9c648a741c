import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';
import { eachTap } from '../operations/eachTap';
import { imageExtents } from '../operations/shapes';
import type { WindowAxis } from '../operations/windowAxis';

type Axes = readonly [vertical: WindowAxis, horizontal: WindowAxis];

/** ∂L/∂x: each output gradient times the filter's tap, at the place that the tap looked at. */
export function depthwiseInputGradient(
  wasm: Wasm,
  x: Tensor,
  kernel: Tensor,
  axes: Axes,
  dy: Tensor,
): Tensor {
  const { batch, channels } = imageExtents(x);
  const outputs = imageExtents(dy).channels;
  const multiplier = outputs / channels;
  const dx = allocate(wasm, x.shape);
  const [slopes, filters, target] = [floats(wasm, dy), floats(wasm, kernel), floats(wasm, dx)];
  target.fill(0);
  eachTap(batch, axes, (output, input, tap) => {
    for (let copy = 0; copy < multiplier; copy++) {
      let [through, from] = [tap * outputs + copy, output * outputs + copy];
      for (let to = input * channels; to < (input + 1) * channels; to++) {
        target[to] = (target[to] ?? 0) + (slopes[from] ?? 0) * (filters[through] ?? 0);
        through += multiplier;
        from += multiplier;
      }
    }
  });
  return dx;
}

/** ∂L/∂kernel: each output gradient times the value that the tap looked at, summed over positions and batch. */
export function depthwiseKernelGradient(
  wasm: Wasm,
  x: Tensor,
  kernel: Tensor,
  axes: Axes,
  dy: Tensor,
): Tensor {
  const { batch, channels } = imageExtents(x);
  const outputs = imageExtents(dy).channels;
  const multiplier = outputs / channels;
  const dKernel = allocate(wasm, kernel.shape);
  const [source, slopes] = [floats(wasm, x), floats(wasm, dy)];
  const sums = new Float64Array(kernel.size);
  eachTap(batch, axes, (output, input, tap) => {
    for (let copy = 0; copy < multiplier; copy++) {
      let [to, through] = [tap * outputs + copy, output * outputs + copy];
      for (let from = input * channels; from < (input + 1) * channels; from++) {
        sums[to] = (sums[to] ?? 0) + (source[from] ?? 0) * (slopes[through] ?? 0);
        through += multiplier;
        to += multiplier;
      }
    }
  });
  floats(wasm, dKernel).set(sums);
  return dKernel;
}
