import type { Tensor } from '@tensorflow/tfjs-core';
import type { Wasm } from '../loadWasm';
import { inGroups } from '../operations/inGroups';
import type { WindowAxis } from '../operations/windowAxis';
import { inputGradient } from '../simd/convolution';
import { kernelGradient } from '../simd/kernelGradient';
import { composedInputGradient, composedKernelGradient } from './composedConv2d';

type Axes = readonly [vertical: WindowAxis, horizontal: WindowAxis];

/** ∂L/∂x: by our own SIMD kernels, or else as a convolution of the backend's. */
export function conv2dInputGradient(
  wasm: Wasm,
  kernel: Tensor,
  dy: Tensor,
  axes: Axes,
  groups: number,
): Tensor {
  if (wasm.simd !== null) return inputGradient(wasm, wasm.simd, kernel, dy, axes, groups);
  return inGroups(wasm, groups, [kernel, dy], ([filters = kernel, slopes = dy]) =>
    composedInputGradient(wasm, filters, slopes, axes),
  );
}

/** ∂L/∂kernel: by our own SIMD kernels, or else as a convolution of the backend's. */
export function conv2dKernelGradient(wasm: Wasm, x: Tensor, dy: Tensor, axes: Axes, groups: number): Tensor {
  if (wasm.simd !== null) return kernelGradient(wasm, wasm.simd, x, dy, axes, groups);
  return inGroups(wasm, groups, [x, dy], ([input = x, slopes = dy]) =>
    composedKernelGradient(wasm, input, slopes, axes),
  );
}
