import type { Tensor } from '@tensorflow/tfjs-core';
import type { Wasm } from '../loadWasm';
import { imageExtents } from '../operations/shapes';
import type { WindowAxis } from '../operations/windowAxis';
import { correlateImages, type Phase } from './correlation';
import type { Simd } from './simd';

type Axes = readonly [vertical: WindowAxis, horizontal: WindowAxis];

/**
 * ∂L/∂x of a convolution: each of its places gathers the output gradient through the taps that saw it. Places that are
 * a stride apart are seen by the same taps, and make a phase.
 */
export function inputGradient(
  wasm: Wasm,
  simd: Simd,
  kernel: Tensor,
  dy: Tensor,
  [vertical, horizontal]: Axes,
  groups: number,
): Tensor {
  const [, , depth = 0] = kernel.shape;
  const { batch, channels: filters } = imageExtents(dy);
  const [rows, columns] = [gathering(vertical), gathering(horizontal)];
  const filtersInGroup = filters / groups;
  return correlateImages(wasm, simd, kernel, {
    images: dy,
    padding: { top: rows.before, bottom: rows.after, left: columns.before, right: columns.after },
    outputShape: [batch, vertical.input, horizontal.input, depth * groups],
    groups,
    phases: rows.phases.flatMap((down) =>
      columns.phases.map(
        (across): Phase => ({
          taps: down.taps.flatMap((row) =>
            across.taps.map((column) => ({
              number: row.number * horizontal.window + column.number,
              row: row.from,
              column: column.from,
            })),
          ),
          positions: down.places.flatMap((row, rowIndex) =>
            across.places.map((column, columnIndex) => ({
              row: rowIndex,
              column: columnIndex,
              output: row * horizontal.input + column,
            })),
          ),
        }),
      ),
    ),
    kernelPlace: (tap, group, input, output) =>
      (tap * depth + output) * filters + group * filtersInGroup + input,
  });
}

/** Places of the image along one axis that the same taps see. */
interface AxisPhase {
  readonly places: readonly number[];
  /** Taps with the padded position of the output gradient that they gather for the first of the places. */
  readonly taps: readonly { readonly number: number; readonly from: number }[];
}

interface Gathering {
  readonly phases: readonly AxisPhase[];
  /** Padding of the output gradient that keeps all taps on it. */
  readonly before: number;
  readonly after: number;
}

function gathering({ input, output, window, stride, dilation, before: padding }: WindowAxis): Gathering {
  const found = Array.from({ length: Math.min(stride, input) }, (_, first) => ({
    places: Array.from(
      { length: Math.ceil((input - first) / stride) },
      (__, index) => first + index * stride,
    ),
    taps: Array.from({ length: window }, (__, number) => ({
      number,
      from: (first + padding - number * dilation) / stride,
    })).filter(({ from }) => Number.isInteger(from)),
  }));
  const before = Math.max(0, ...found.flatMap(({ taps }) => taps.map(({ from }) => -from)));
  const after = Math.max(
    0,
    ...found.flatMap(({ places, taps }) => taps.map(({ from }) => from + places.length - output)),
  );
  return {
    before,
    after,
    phases: found.map(({ places, taps }) => ({
      places,
      taps: taps.map(({ number, from }) => ({ number, from: from + before })),
    })),
  };
}
