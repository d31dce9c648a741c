import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';
import type { Between } from '../operations/between';
import { imageExtents } from '../operations/shapes';

/** ∂L/∂x of enlarging: each gradient is shared out among the pixels that the new one was made of. */
export function upsampleGradient(
  wasm: Wasm,
  x: Tensor,
  [vertical, horizontal]: readonly [readonly Between[], readonly Between[]],
  dy: Tensor,
): Tensor {
  const { batch, height, width, channels } = imageExtents(x);
  const dx = allocate(wasm, x.shape);
  const slopes = floats(wasm, dy);
  const sums = new Float64Array(x.size);
  let place = 0;
  for (let image = 0; image < batch; image++)
    for (const row of vertical)
      for (const column of horizontal)
        for (let channel = 0; channel < channels; channel++) {
          const slope = slopes[place++] ?? 0;
          share(image, row, column, channel, slope);
        }
  floats(wasm, dx).set(sums);
  return dx;

  function share(image: number, row: Between, column: Between, channel: number, slope: number): void {
    const give = (y: number, z: number, part: number): void => {
      if (part === 0) return;
      const to = ((image * height + y) * width + z) * channels + channel;
      sums[to] = (sums[to] ?? 0) + slope * part;
    };
    give(row.lower, column.lower, (1 - row.share) * (1 - column.share));
    give(row.lower, column.upper, (1 - row.share) * column.share);
    give(row.upper, column.lower, row.share * (1 - column.share));
    give(row.upper, column.upper, row.share * column.share);
  }
}
