import type { Tensor } from '@tensorflow/tfjs-core';
import { adaptiveWindows, type Window } from '../../../network/layers/adaptiveWindows';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';
import type { OperationContext } from './operationContext';
import { imageExtents } from './shapes';

/** Means over a grid of windows, which may overlap. */
export function adaptiveAveragePool2d(
  { wasm, tape }: OperationContext,
  x: Tensor,
  [rows, columns]: readonly [height: number, width: number],
): Tensor {
  const { batch, height, width, channels } = imageExtents(x);
  const windows = [adaptiveWindows(height, rows), adaptiveWindows(width, columns)] as const;
  const y = allocate(wasm, [batch, rows, columns, channels]);
  floats(wasm, y).fill(0);
  spread(wasm, y, x, windows, (target, at, source, from, share) => {
    target[at] = (target[at] ?? 0) + share * (source[from] ?? 0);
  });
  const gradient = (dy: Tensor): Tensor => {
    const dx = allocate(wasm, x.shape);
    floats(wasm, dx).fill(0);
    spread(wasm, dy, dx, windows, (slopes, at, target, from, share) => {
      target[from] = (target[from] ?? 0) + share * (slopes[at] ?? 0);
    });
    return dx;
  };
  return tape.record(y, [{ tensor: x, gradient }]);
}

type Meeting = (means: Float32Array, at: number, pixels: Float32Array, from: number, share: number) => void;

/** Has each mean and each pixel of its window meet, with the pixel's share. */
function spread(
  wasm: Wasm,
  means: Tensor,
  pixels: Tensor,
  [vertical, horizontal]: readonly [readonly Window[], readonly Window[]],
  meet: Meeting,
): void {
  const { batch, height, width, channels } = imageExtents(pixels);
  const [meanValues, pixelValues] = [floats(wasm, means), floats(wasm, pixels)];
  let at = 0;
  for (let image = 0; image < batch; image++)
    for (const [top, bottom] of vertical)
      for (const [left, right] of horizontal) {
        const share = 1 / ((bottom - top) * (right - left));
        for (let row = top; row < bottom; row++)
          for (let column = left; column < right; column++) {
            const from = ((image * height + row) * width + column) * channels;
            for (let channel = 0; channel < channels; channel++)
              meet(meanValues, at + channel, pixelValues, from + channel, share);
          }
        at += channels;
      }
}
