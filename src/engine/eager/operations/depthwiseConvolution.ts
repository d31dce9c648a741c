import type { Tensor } from '@tensorflow/tfjs-core';
import type { WindowOptions } from '../../../network/layers/ops';
import { depthwiseInputGradient, depthwiseKernelGradient } from '../gradients/depthwiseConv2d';
import { allocate, floats } from '../heap';
import { eachTap } from './eachTap';
import type { OperationContext } from './operationContext';
import { imageExtents } from './shapes';
import { windowAxes } from './windowAxis';

/** Each channel by itself. The backend's own op turns NaN into −∞, and knows no gradients. */
export function depthwiseConv2d(
  { wasm, tape }: OperationContext,
  x: Tensor,
  kernel: Tensor,
  options: WindowOptions,
): Tensor {
  const { batch, height, width, channels } = imageExtents(x);
  const [kernelHeight = 1, kernelWidth = 1, , multiplier = 1] = kernel.shape;
  const axes = windowAxes({ height, width }, { ...options, window: [kernelHeight, kernelWidth] });
  const y = allocate(wasm, [batch, axes[0].output, axes[1].output, channels * multiplier]);
  const [source, filters, target] = [floats(wasm, x), floats(wasm, kernel), floats(wasm, y)];
  target.fill(0);
  eachTap(batch, axes, (output, input, tap) => {
    for (let copy = 0; copy < multiplier; copy++) {
      let [through, to] = [tap * channels * multiplier + copy, output * channels * multiplier + copy];
      for (let from = input * channels; from < (input + 1) * channels; from++) {
        target[to] = (target[to] ?? 0) + (source[from] ?? 0) * (filters[through] ?? 0);
        through += multiplier;
        to += multiplier;
      }
    }
  });
  return tape.record(y, [
    { tensor: x, gradient: (dy) => depthwiseInputGradient(wasm, x, kernel, axes, dy) },
    { tensor: kernel, gradient: (dy) => depthwiseKernelGradient(wasm, x, kernel, axes, dy) },
  ]);
}
