import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';
import { imageExtents } from '../operations/shapes';
import type { AxisPhases } from './axisPhases';
import { panelSize, writePanels } from './kernelPanels';
import { eachPaddedImage, paddedLayout, paddingOf } from './paddedImages';
import type { Simd } from './simd';
import { withWorkspace } from './workspace';

/** Images, N×H×W×C, that are correlated with a kernel in groups. */
export interface Correlation {
  readonly images: Tensor;
  readonly vertical: AxisPhases;
  readonly horizontal: AxisPhases;
  /** Channels of the output. */
  readonly channels: number;
  readonly groups: number;
  /** Index of a kernel's value: of the tap, of a channel of the images and one of the output, both within the group. */
  kernelPlace(tap: number, group: number, input: number, output: number): number;
}

/** The correlation by SIMD: for each phase tables of its taps and positions and the kernel in panels, then image by image. */
export function correlateImages(wasm: Wasm, simd: Simd, kernel: Tensor, correlation: Correlation): Tensor {
  const { images, vertical, horizontal, groups } = correlation;
  const extents = imageExtents(images);
  const output = allocate(wasm, [extents.batch, vertical.output, horizontal.output, correlation.channels]);
  const depth = extents.channels / groups;
  const channels = correlation.channels / groups;
  const padding = paddingOf(vertical, horizontal);
  const layout = paddedLayout(extents, padding);
  const plans = vertical.phases.flatMap((down) =>
    horizontal.phases.map((across) => {
      const tapCount = down.taps.length * across.taps.length;
      const positionCount = down.count * across.count;
      return { down, across, tapCount, positionCount, panelSize: panelSize(tapCount, depth, channels) };
    }),
  );
  const size = plans.reduce(
    (sum, plan) => sum + plan.tapCount + 2 * plan.positionCount + groups * plan.panelSize,
    layout.size,
  );
  withWorkspace(wasm, size, ({ address, floats: values, integers }) => {
    const [source, target] = [floats(wasm, kernel), floats(wasm, output)];
    let next = layout.size;
    const prepared = plans.map(({ down, across, ...counts }) => {
      const tapsAt = next;
      const taps = down.taps.flatMap((row) =>
        across.taps.map((column) => {
          integers[next++] = 4 * (row.from * layout.line + column.from * extents.channels);
          return row.number * horizontal.window + column.number;
        }),
      );
      const positionsAt = next;
      for (let row = 0; row < down.count; row++)
        for (let column = 0; column < across.count; column++) {
          const line = (down.outputStart + row * down.outputStep) * horizontal.output;
          const pixel = line + across.outputStart + column * across.outputStep;
          integers[next++] =
            4 * (row * down.imageStep * layout.line + column * across.imageStep * extents.channels);
          integers[next++] = 4 * pixel * correlation.channels;
        }
      const panelsAt = next;
      for (let group = 0; group < groups; group++, next += counts.panelSize)
        writePanels(values.subarray(next), source, { taps, depth, channels }, (tap, input, channel) =>
          correlation.kernelPlace(tap, group, input, channel),
        );
      return { ...counts, tapsAt, positionsAt, panelsAt };
    });
    const outputBytes = 4 * vertical.output * horizontal.output * correlation.channels;
    eachPaddedImage(simd, floats(wasm, images), extents, padding, layout, values, (image, index) => {
      for (const { tapCount, positionCount, panelSize, tapsAt, positionsAt, panelsAt } of prepared)
        for (let group = 0; group < groups; group++)
          simd.correlate(
            address + 4 * positionsAt,
            positionCount,
            address + 4 * tapsAt,
            tapCount,
            depth,
            image + 4 * group * depth,
            address + 4 * (panelsAt + group * panelSize),
            target.byteOffset + index * outputBytes + 4 * group * channels,
            channels,
          );
    });
  });
  return output;
}
