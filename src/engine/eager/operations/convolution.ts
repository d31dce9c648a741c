import type { Tensor } from '@tensorflow/tfjs-core';
import type { Conv2dOptions } from '../../../network/layers/ops';
import { conv2dInputGradient, conv2dKernelGradient } from '../gradients/conv2d';
import { convolve } from './convolve';
import type { OperationContext } from './operationContext';
import { imageExtents } from './shapes';
import { windowAxes } from './windowAxis';

/** Cross-correlation. */
export function conv2d(
  { wasm, tape }: OperationContext,
  x: Tensor,
  kernel: Tensor,
  { strides, padding, dilations, groups }: Conv2dOptions,
): Tensor {
  const [height = 1, width = 1] = kernel.shape;
  const axes = windowAxes(imageExtents(x), { window: [height, width], strides, dilations, padding });
  const y = convolve(wasm, x, kernel, axes, groups);
  return tape.record(y, [
    { tensor: x, gradient: (dy) => conv2dInputGradient(wasm, kernel, dy, axes, groups) },
    { tensor: kernel, gradient: (dy) => conv2dKernelGradient(wasm, x, dy, axes, groups) },
  ]);
}
