import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type { Conv2dOptions } from '../../../network/layers/ops';
import { conv2dInputGradient, conv2dKernelGradient } from '../gradients/conv2d';
import type { Wasm } from '../loadWasm';
import { convolve } from './convolve';
import type { OperationContext } from './operationContext';
import { imageExtents } from './shapes';
import { windowAxes } from './windowAxis';

/** Cross-correlation. The backend knows no groups: they become convolutions of their own. */
export function conv2d(
  { wasm, tape }: OperationContext,
  x: Tensor,
  kernel: Tensor,
  { strides, padding, dilations, groups }: Conv2dOptions,
): Tensor {
  const [height = 1, width = 1] = kernel.shape;
  const axes = windowAxes(imageExtents(x), { window: [height, width], strides, dilations, padding });
  const y = inGroups(wasm, groups, [x, kernel], ([input = x, filters = kernel]) =>
    convolve(wasm, input, filters, axes),
  );
  return tape.record(y, [
    {
      tensor: x,
      gradient: (dy) =>
        inGroups(wasm, groups, [kernel, dy], ([filters = kernel, slopes = dy]) =>
          conv2dInputGradient(wasm, filters, slopes, axes),
        ),
    },
    {
      tensor: kernel,
      gradient: (dy) =>
        inGroups(wasm, groups, [x, dy], ([input = x, slopes = dy]) =>
          conv2dKernelGradient(wasm, input, slopes, axes),
        ),
    },
  ]);
}

/** Splits tensors along their last axis, computes each group, and joins the results along theirs. */
function inGroups(
  { tf }: Wasm,
  groups: number,
  tensors: readonly Tensor[],
  compute: (parts: readonly Tensor[]) => Tensor4D,
): Tensor {
  if (groups === 1) return compute(tensors);
  const split = tensors.map((tensor) => tf.split(tensor, groups, -1));
  const results = Array.from({ length: groups }, (_, group) =>
    compute(split.flatMap((parts) => parts[group] ?? [])),
  );
  return tf.concat(results, -1);
}
