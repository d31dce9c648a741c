import type { Tensor } from '@tensorflow/tfjs-core';
import type { Wasm } from '../loadWasm';
import type { WindowAxis } from '../operations/windowAxis';
import { gatheringAxis, slidingAxis } from './axisPhases';
import { correlateImages } from './correlation';
import type { Simd } from './simd';

type Axes = readonly [vertical: WindowAxis, horizontal: WindowAxis];

/** Cross-correlation in groups, with any stride and dilation. */
export function convolution(
  wasm: Wasm,
  simd: Simd,
  x: Tensor,
  kernel: Tensor,
  [vertical, horizontal]: Axes,
  groups: number,
): Tensor {
  const [, , depth = 0, filters = 0] = kernel.shape;
  const filtersInGroup = filters / groups;
  return correlateImages(wasm, simd, kernel, {
    images: x,
    vertical: slidingAxis(vertical),
    horizontal: slidingAxis(horizontal),
    channels: filters,
    groups,
    kernelPlace: (tap, group, input, output) =>
      (tap * depth + input) * filters + group * filtersInGroup + output,
  });
}

/** ∂L/∂x of a convolution. */
export function inputGradient(
  wasm: Wasm,
  simd: Simd,
  kernel: Tensor,
  dy: Tensor,
  [vertical, horizontal]: Axes,
  groups: number,
): Tensor {
  const [, , depth = 0, filters = 0] = kernel.shape;
  const filtersInGroup = filters / groups;
  return correlateImages(wasm, simd, kernel, {
    images: dy,
    vertical: gatheringAxis(vertical),
    horizontal: gatheringAxis(horizontal),
    channels: depth * groups,
    groups,
    kernelPlace: (tap, group, input, output) =>
      (tap * depth + output) * filters + group * filtersInGroup + input,
  });
}
