import type { Tensor } from '@tensorflow/tfjs-core';
import type { ConvTranspose2dOptions } from '../../../network/layers/ops';
import { conv2dInputGradient, conv2dKernelGradient } from '../gradients/conv2d';
import { convolve } from './convolve';
import type { OperationContext } from './operationContext';
import { imageExtents } from './shapes';
import { windowAxes } from './windowAxis';

/** The input gradient of a convolution, as an op of its own; its input gradient is that convolution. */
export function convTranspose2d(
  { wasm, tape }: OperationContext,
  x: Tensor,
  kernel: Tensor,
  { strides, padding }: ConvTranspose2dOptions,
): Tensor {
  const [kernelHeight = 1, kernelWidth = 1] = kernel.shape;
  const image = imageExtents(x);
  const beyond = (window: number, stride: number): number =>
    padding === 'same' ? 0 : Math.max(window - stride, 0);
  const enlarged = {
    height: image.height * strides[0] + beyond(kernelHeight, strides[0]),
    width: image.width * strides[1] + beyond(kernelWidth, strides[1]),
  };
  const window = [kernelHeight, kernelWidth] as const;
  const axes = windowAxes(enlarged, { window, strides, dilations: [1, 1], padding });
  return tape.record(conv2dInputGradient(wasm, kernel, x, axes, 1), [
    { tensor: x, gradient: (dy) => convolve(wasm, dy, kernel, axes, 1) },
    { tensor: kernel, gradient: (dy) => conv2dKernelGradient(wasm, dy, x, axes, 1) },
  ]);
}
