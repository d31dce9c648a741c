import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';
import { imageExtents } from '../operations/shapes';
import type { WindowAxis } from '../operations/windowAxis';
import { eachPaddedImage, paddedLayout, paddingOf } from './paddedImages';
import type { Simd } from './simd';
import { withWorkspace } from './workspace';

type Axes = readonly [vertical: WindowAxis, horizontal: WindowAxis];

/** Values in a vector. */
const lanes = 4;

/**
 * ∂L/∂kernel of a convolution by SIMD: for each tap the products of what it saw with the output gradient, summed over
 * positions and batch. Filters whose number vectors don't divide are padded with zeros.
 */
export function kernelGradient(
  wasm: Wasm,
  simd: Simd,
  x: Tensor,
  dy: Tensor,
  [vertical, horizontal]: Axes,
  groups: number,
): Tensor {
  const extents = imageExtents(x);
  const { height, width, channels: filters } = imageExtents(dy);
  const depth = extents.channels / groups;
  const filtersInGroup = filters / groups;
  const padding = paddingOf(vertical, horizontal);
  const layout = paddedLayout(extents, padding);
  const gradient = allocate(wasm, [vertical.window, horizontal.window, depth, filters]);
  const rowCount = vertical.window * horizontal.window * depth;
  const inPlace = filtersInGroup % lanes === 0;
  const padded = Math.ceil(filtersInGroup / lanes) * lanes;
  const sumsSize = inPlace ? 0 : groups * rowCount * padded;
  const slopesSize = inPlace ? 0 : height * width * padded;
  withWorkspace(wasm, layout.size + rowCount + sumsSize + slopesSize, (workspace) => {
    const { address, floats: values, integers } = workspace;
    const [slopes, target] = [floats(wasm, dy), floats(wasm, gradient)];
    writeRows(integers.subarray(layout.size, layout.size + rowCount));
    const sumsAt = layout.size + rowCount;
    const sums = values.subarray(sumsAt, sumsAt + sumsSize);
    const copied = values.subarray(sumsAt + sumsSize, sumsAt + sumsSize + slopesSize);
    (inPlace ? target : sums).fill(0);
    copied.fill(0);
    const dyLine = inPlace ? width * filters : width * padded;
    eachPaddedImage(simd, floats(wasm, x), extents, padding, layout, values, (image, index) => {
      const start = index * height * width * filters;
      for (let group = 0; group < groups; group++) {
        if (!inPlace) copySlopes(slopes, start + group * filtersInGroup, copied);
        simd.addKernelGradient(
          address + 4 * layout.size,
          rowCount,
          image + 4 * group * depth,
          4 * vertical.stride * layout.line,
          4 * horizontal.stride * extents.channels,
          inPlace ? slopes.byteOffset + 4 * (start + group * filtersInGroup) : copied.byteOffset,
          4 * dyLine,
          (4 * dyLine) / width,
          height,
          width,
          padded,
          inPlace
            ? target.byteOffset + 4 * group * filtersInGroup
            : sums.byteOffset + 4 * group * rowCount * padded,
          inPlace ? 4 * filters : 4 * padded,
        );
      }
    });
    if (inPlace) return;
    for (let group = 0; group < groups; group++)
      for (let row = 0; row < rowCount; row++)
        for (let filter = 0; filter < filtersInGroup; filter++)
          target[row * filters + group * filtersInGroup + filter] =
            sums[(group * rowCount + row) * padded + filter] ?? 0;
  });
  return gradient;

  /** Where each tap and channel lies in the padded image, in bytes from its position. */
  function writeRows(rows: Int32Array): void {
    let row = 0;
    for (let i = 0; i < vertical.window; i++)
      for (let j = 0; j < horizontal.window; j++)
        for (let channel = 0; channel < depth; channel++)
          rows[row++] =
            4 * (i * vertical.dilation * layout.line + j * horizontal.dilation * extents.channels + channel);
  }

  function copySlopes(slopes: Float32Array, start: number, copied: Float32Array): void {
    for (let pixel = 0; pixel < height * width; pixel++)
      for (let filter = 0; filter < filtersInGroup; filter++)
        copied[pixel * padded + filter] = slopes[start + pixel * filters + filter] ?? 0;
  }
}
