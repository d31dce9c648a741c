import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';
import { imageExtents } from '../operations/shapes';
import { eachPaddedImage, type Padding, paddedLayout } from './paddedImages';
import type { Simd } from './simd';
import { withWorkspace } from './workspace';

/** A place in padded images. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A tap of the kernel, and where it looks from a position. */
export interface Tap extends Place {
  /** Its number in the kernel, row by row. */
  readonly number: number;
}

/** Positions that see the images through the same taps. */
export interface Phase {
  readonly taps: readonly Tap[];
  readonly positions: readonly (Place & {
    /** Number of the output's pixel. */
    readonly output: number;
  })[];
}

export interface Correlation {
  readonly images: Tensor;
  readonly padding: Padding;
  readonly outputShape: readonly number[];
  readonly groups: number;
  readonly phases: readonly Phase[];
  /** Place of a kernel's value: of the tap, of a channel of the images and one of the output, both within the group. */
  kernelPlace(tap: number, group: number, input: number, output: number): number;
}

/** Channels in a panel of the kernel. */
const panelWidth = 8;

/** Correlates padded images with a kernel in groups, by SIMD. */
export function correlateImages(wasm: Wasm, simd: Simd, kernel: Tensor, correlation: Correlation): Tensor {
  const { images, padding, outputShape, groups, phases } = correlation;
  const extents = imageExtents(images);
  const output = allocate(wasm, outputShape);
  const outputs = imageExtents(output);
  const depth = extents.channels / groups;
  const channels = outputs.channels / groups;
  const layout = paddedLayout(extents, padding);
  const panels = Math.ceil(channels / panelWidth) * panelWidth;
  const plans = phases.map(({ taps, positions }) => ({
    taps,
    positions,
    panelSize: taps.length * depth * panels,
  }));
  const size = plans.reduce(
    (sum, { taps, positions, panelSize }) => sum + taps.length + 2 * positions.length + groups * panelSize,
    layout.size,
  );
  withWorkspace(wasm, size, ({ address, floats: values, integers }) => {
    const [source, target] = [floats(wasm, kernel), floats(wasm, output)];
    let next = layout.size;
    const prepared = plans.map(({ taps, positions, panelSize }) => {
      const tapsAt = next;
      for (const { row, column } of taps)
        integers[next++] = 4 * (row * layout.line + column * extents.channels);
      const positionsAt = next;
      for (const { row, column, output: pixel } of positions) {
        integers[next++] = 4 * (row * layout.line + column * extents.channels);
        integers[next++] = 4 * pixel * outputs.channels;
      }
      const panelsAt = next;
      for (let group = 0; group < groups; group++) next = writePanels(source, values, next, taps, group);
      return { taps, positions, panelSize, tapsAt, positionsAt, panelsAt };
    });
    const outputBytes = 4 * outputs.height * outputs.width * outputs.channels;
    eachPaddedImage(simd, floats(wasm, images), extents, padding, layout, values, (image, index) => {
      for (const { taps, positions, panelSize, tapsAt, positionsAt, panelsAt } of prepared)
        for (let group = 0; group < groups; group++)
          simd.correlate(
            address + 4 * positionsAt,
            positions.length,
            address + 4 * tapsAt,
            taps.length,
            depth,
            image + 4 * group * depth,
            address + 4 * (panelsAt + group * panelSize),
            target.byteOffset + index * outputBytes + 4 * group * channels,
            channels,
          );
    });
  });
  return output;

  /** Writes a group's kernel in panels from `start`; returns where they end. */
  function writePanels(
    source: Float32Array,
    target: Float32Array,
    start: number,
    taps: readonly Tap[],
    group: number,
  ): number {
    let place = start;
    for (let channel = 0; channel < channels; channel += panelWidth) {
      const left = channels - channel;
      const width = left > panelWidth / 2 ? panelWidth : panelWidth / 2;
      for (const { number } of taps)
        for (let input = 0; input < depth; input++)
          for (let lane = 0; lane < width; lane++)
            target[place++] =
              lane < left ? (source[correlation.kernelPlace(number, group, input, channel + lane)] ?? 0) : 0;
    }
    return start + taps.length * depth * panels;
  }
}
