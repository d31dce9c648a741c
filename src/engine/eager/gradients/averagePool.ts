import type { Tensor } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';
import { eachWindow, type PoolWindows } from '../operations/poolWindows';

/** ∂L/∂x of average pooling: each gradient is shared out equally over its window. */
export function averagePoolGradient(wasm: Wasm, x: Tensor, windows: PoolWindows, dy: Tensor): Tensor {
  const dx = allocate(wasm, x.shape);
  const [slopes, target] = [floats(wasm, dy), floats(wasm, dx)];
  const { channels, rowSize } = windows;
  target.fill(0);
  eachWindow(windows, (output, input, rows, columns) => {
    for (let channel = 0; channel < channels; channel++) {
      const share = (slopes[output + channel] ?? 0) / (rows * columns);
      for (let row = 0; row < rows; row++) {
        let place = input + row * rowSize + channel;
        for (let column = 0; column < columns; column++, place += channels)
          target[place] = (target[place] ?? 0) + share;
      }
    }
  });
  return dx;
}
