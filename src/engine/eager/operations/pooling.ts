import type { Tensor } from '@tensorflow/tfjs-core';
import type { Pool2dOptions } from '../../../network/layers/ops';
import { averagePoolGradient } from '../gradients/averagePool';
import { globalAveragePoolGradient } from '../gradients/globalAveragePool';
import { maxPoolGradient } from '../gradients/maxPool';
import { allocate, floats } from '../heap';
import { maxPoolPlaces } from '../simd/maxPool';
import type { OperationContext } from './operationContext';
import { eachWindow, type PoolWindows } from './poolWindows';
import { imageExtents } from './shapes';
import { windowAxes } from './windowAxis';

/**
 * Largest value of each window; of equal ones the first, but NaN where there is one. Padding never wins. The backend's
 * own op turns NaN into −∞, and its gradient is slow.
 */
export function maxPool2d({ wasm, tape }: OperationContext, x: Tensor, options: Pool2dOptions): Tensor {
  const windows = poolWindows(x, options);
  const y = allocate(wasm, windows.outputShape);
  const places = wasm.simd
    ? maxPoolPlaces(wasm, wasm.simd, x, y, windows)
    : scalarMaxPool(floats(wasm, x), floats(wasm, y), windows);
  return tape.record(y, [{ tensor: x, gradient: (dy) => maxPoolGradient(wasm, x, places, dy) }]);
}

/** Writes the largest values of all windows to `target`; returns where in `source` they were found. */
function scalarMaxPool(source: Float32Array, target: Float32Array, windows: PoolWindows): Int32Array {
  const places = new Int32Array(target.length);
  const { channels, rowSize } = windows;
  eachWindow(windows, (output, input, rows, columns) => {
    for (let channel = 0; channel < channels; channel++) {
      let best = input + channel;
      let largest = source[best] ?? 0;
      for (let row = 0; row < rows; row++) {
        let place = input + row * rowSize + channel;
        for (let column = 0; column < columns; column++, place += channels) {
          const value = source[place] ?? 0;
          if (value > largest || Number.isNaN(value)) {
            largest = value;
            best = place;
          }
        }
      }
      target[output + channel] = largest;
      places[output + channel] = best;
    }
  });
  return places;
}

/** Mean of each window's positions that lie on the image. */
export function averagePool2d({ wasm, tape }: OperationContext, x: Tensor, options: Pool2dOptions): Tensor {
  const windows = poolWindows(x, options);
  const y = allocate(wasm, windows.outputShape);
  const [source, target] = [floats(wasm, x), floats(wasm, y)];
  const { channels, rowSize } = windows;
  eachWindow(windows, (output, input, rows, columns) => {
    for (let channel = 0; channel < channels; channel++) {
      let sum = 0;
      for (let row = 0; row < rows; row++) {
        let place = input + row * rowSize + channel;
        for (let column = 0; column < columns; column++, place += channels) sum += source[place] ?? 0;
      }
      target[output + channel] = sum / (rows * columns);
    }
  });
  return tape.record(y, [{ tensor: x, gradient: (dy) => averagePoolGradient(wasm, x, windows, dy) }]);
}

/** Mean over height and width: N×H×W×C to N×C. */
export function globalAveragePool2d({ wasm, tape }: OperationContext, x: Tensor): Tensor {
  const { batch, height, width, channels } = imageExtents(x);
  const y = allocate(wasm, [batch, channels]);
  const [source, target] = [floats(wasm, x), floats(wasm, y)];
  const sums = new Float64Array(channels);
  const size = height * width * channels;
  for (let image = 0; image < batch; image++) {
    sums.fill(0);
    for (let pixel = image * size; pixel < (image + 1) * size; pixel += channels)
      for (let channel = 0; channel < channels; channel++)
        sums[channel] = (sums[channel] ?? 0) + (source[pixel + channel] ?? 0);
    for (let channel = 0; channel < channels; channel++)
      target[image * channels + channel] = (sums[channel] ?? 0) / (height * width);
  }
  return tape.record(y, [{ tensor: x, gradient: (dy) => globalAveragePoolGradient(wasm, x, dy) }]);
}

function poolWindows(x: Tensor, { window, strides, padding }: Pool2dOptions): PoolWindows {
  const image = imageExtents(x);
  const { batch, width, channels } = image;
  const axes = windowAxes(image, { window, strides, dilations: [1, 1], padding });
  return {
    batch,
    channels,
    axes,
    rowSize: width * channels,
    outputShape: [batch, axes[0].output, axes[1].output, channels],
  };
}
