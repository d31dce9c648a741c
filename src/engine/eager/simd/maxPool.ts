import type { Tensor } from '@tensorflow/tfjs-core';
import { floats } from '../heap';
import type { Wasm } from '../loadWasm';
import type { PoolWindows } from '../operations/poolWindows';
import type { Simd } from './simd';
import { withWorkspace } from './workspace';

/** Writes the largest values of all windows to y; returns where in x they were found. */
export function maxPoolPlaces(
  wasm: Wasm,
  simd: Simd,
  x: Tensor,
  y: Tensor,
  windows: PoolWindows,
): Int32Array {
  const { batch, channels, axes } = windows;
  const [vertical, horizontal] = axes;
  const places = new Int32Array(y.size);
  withWorkspace(wasm, y.size, ({ address, integers }) => {
    const [source, target] = [floats(wasm, x).byteOffset, floats(wasm, y).byteOffset];
    const [inputSize, outputSize] = [x.size / batch, y.size / batch];
    for (let image = 0; image < batch; image++)
      simd.maxPool(
        source + 4 * image * inputSize,
        image * inputSize,
        vertical.input,
        horizontal.input,
        channels,
        vertical.window,
        horizontal.window,
        vertical.stride,
        horizontal.stride,
        vertical.before,
        horizontal.before,
        vertical.output,
        horizontal.output,
        target + 4 * image * outputSize,
        address + 4 * image * outputSize,
      );
    places.set(integers);
  });
  return places;
}
