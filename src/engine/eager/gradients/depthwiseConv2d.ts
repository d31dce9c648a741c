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
    for (let channel = 0; channel < channels; channel++) {
      let sum = target[input * channels + channel] ?? 0;
      for (let copy = channel * multiplier; copy < (channel + 1) * multiplier; copy++)
        sum += (slopes[output * outputs + copy] ?? 0) * (filters[tap * outputs + copy] ?? 0);
      target[input * channels + channel] = sum;
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
    for (let channel = 0; channel < channels; channel++) {
      const value = source[input * channels + channel] ?? 0;
      for (let copy = channel * multiplier; copy < (channel + 1) * multiplier; copy++)
        sums[tap * outputs + copy] =
          (sums[tap * outputs + copy] ?? 0) + value * (slopes[output * outputs + copy] ?? 0);
    }
  });
  floats(wasm, dKernel).set(sums);
  return dKernel;
}
