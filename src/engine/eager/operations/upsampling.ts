import type { Tensor } from '@tensorflow/tfjs-core';
import type { Interpolation } from '../../../network/layers/shapingOps';
import { upsampleGradient } from '../gradients/upsample2d';
import { allocate, floats } from '../heap';
import type { Between } from './between';
import type { OperationContext } from './operationContext';
import { imageExtents } from './shapes';

/** Enlarges images: each new pixel is made of the four that it lies between. */
export function upsample2d(
  { wasm, tape }: OperationContext,
  x: Tensor,
  [rows, columns]: readonly [rows: number, columns: number],
  interpolation: Interpolation,
): Tensor {
  const { batch, height, width, channels } = imageExtents(x);
  const vertical = neighbours(height, rows, interpolation);
  const horizontal = neighbours(width, columns, interpolation);
  const y = allocate(wasm, [batch, vertical.length, horizontal.length, channels]);
  const [source, target] = [floats(wasm, x), floats(wasm, y)];
  let place = 0;
  for (let image = 0; image < batch; image++)
    for (const row of vertical) {
      const lines = [(image * height + row.lower) * width, (image * height + row.upper) * width] as const;
      for (const column of horizontal) {
        const topLeft = (lines[0] + column.lower) * channels;
        const topRight = (lines[0] + column.upper) * channels;
        const bottomLeft = (lines[1] + column.lower) * channels;
        const bottomRight = (lines[1] + column.upper) * channels;
        for (let channel = 0; channel < channels; channel++) {
          const top = mixed(source[topLeft + channel] ?? 0, source[topRight + channel] ?? 0, column.share);
          const bottom = mixed(
            source[bottomLeft + channel] ?? 0,
            source[bottomRight + channel] ?? 0,
            column.share,
          );
          target[place++] = mixed(top, bottom, row.share);
        }
      }
    }
  return tape.record(y, [
    { tensor: x, gradient: (dy) => upsampleGradient(wasm, x, [vertical, horizontal], dy) },
  ]);
}

/** For each new position along an axis, what it is made of. Pixels are areas: the centre of the first lies at ½. */
function neighbours(extent: number, factor: number, interpolation: Interpolation): readonly Between[] {
  return Array.from({ length: extent * factor }, (_, position) => {
    const nearest = Math.floor(position / factor);
    if (interpolation === 'nearest') return { lower: nearest, upper: nearest, share: 0 };
    const centre = (position + 0.5) / factor - 0.5;
    const floor = Math.floor(centre);
    return {
      lower: Math.max(floor, 0),
      upper: Math.min(Math.ceil(centre), extent - 1),
      share: centre - floor,
    };
  });
}

/** Infinity stays what it is where only one of the two has a share. */
function mixed(first: number, second: number, share: number): number {
  return share === 0 ? first : first + (second - first) * share;
}
