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
      for (const column of horizontal) {
        for (const [y, rowShare] of sharesOf(row))
          for (const [z, columnShare] of sharesOf(column)) {
            const to = ((image * height + y) * width + z) * channels;
            const share = rowShare * columnShare;
            for (let channel = 0; channel < channels; channel++)
              sums[to + channel] = (sums[to + channel] ?? 0) + (slopes[place + channel] ?? 0) * share;
          }
        place += channels;
      }
  floats(wasm, dx).set(sums);
  return dx;
}

/** The pixels that a new one is made of, with their shares. */
function sharesOf({ lower, upper, share }: Between): readonly (readonly [pixel: number, share: number])[] {
  if (share === 0) return [[lower, 1]];
  return [
    [lower, 1 - share],
    [upper, share],
  ];
}
