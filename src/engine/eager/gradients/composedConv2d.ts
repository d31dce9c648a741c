import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';
import { asImages, convolveInOneGroup } from '../operations/convolve';
import { imageExtents } from '../operations/shapes';
import type { WindowAxis } from '../operations/windowAxis';
import { spread } from './spread';

type Axes = readonly [vertical: WindowAxis, horizontal: WindowAxis];

/**
 * ∂L/∂x in one group: the output gradient, put `stride` apart, correlated with the kernel turned round. (The backend has an op for
 * it, which takes ten times as long.)
 */
export function composedInputGradient(
  wasm: Wasm,
  kernel: Tensor,
  dy: Tensor,
  [vertical, horizontal]: Axes,
): Tensor4D {
  const turned = turnedRound(wasm, kernel);
  const along = (axis: WindowAxis): WindowAxis => {
    const { input, output, window, stride, dilation } = axis;
    const before = dilation * (window - 1) - axis.before;
    const spreadOut = stride * (output - 1) + 1;
    const after = input + dilation * (window - 1) - spreadOut - before;
    return { input: spreadOut, output: input, window, stride: 1, dilation, before, after };
  };
  const axes = [along(vertical), along(horizontal)] as const;
  const direct = axes.every(({ before, after }) => before >= 0 && after >= 0);
  if (direct && vertical.stride === 1 && horizontal.stride === 1)
    return convolveInOneGroup(wasm, dy, turned, axes);

  const unpadded = (axis: WindowAxis): WindowAxis => ({
    ...axis,
    input: axis.input + axis.before + axis.after,
    before: 0,
    after: 0,
  });
  const strides = [vertical.stride, horizontal.stride] as const;
  return convolveInOneGroup(wasm, spread(wasm, dy, strides, axes), turned, [
    unpadded(axes[0]),
    unpadded(axes[1]),
  ]);
}

/**
 * ∂L/∂kernel in one group: the input correlated with the output gradient, summed over the batch. That is a convolution too, in which
 * channels and batch have changed places, and strides and dilations.
 */
export function composedKernelGradient(
  wasm: Wasm,
  x: Tensor,
  dy: Tensor,
  [vertical, horizontal]: Axes,
): Tensor4D {
  const { tf } = wasm;
  const along = (axis: WindowAxis): WindowAxis => {
    const { input, output, window, stride, dilation, before } = axis;
    const after = stride * (output - 1) + 1 + dilation * (window - 1) - input - before;
    return {
      input: input + Math.min(0, after),
      output: window,
      window: output,
      stride: dilation,
      dilation: stride,
      before,
      after: Math.max(0, after),
    };
  };
  const axes = [along(vertical), along(horizontal)] as const;
  const { batch, channels, height, width } = imageExtents(x);
  const [usedHeight, usedWidth] = [axes[0].input, axes[1].input];
  const used =
    usedHeight === height && usedWidth === width
      ? asImages(x)
      : tf.slice(asImages(x), [0, 0, 0, 0], [batch, usedHeight, usedWidth, channels]);
  const gradient = convolveInOneGroup(
    wasm,
    tf.transpose(used, [3, 1, 2, 0]),
    tf.transpose(asImages(dy), [1, 2, 0, 3]),
    axes,
  );
  return tf.transpose(gradient, [1, 2, 0, 3]);
}

/** The kernel upside down and mirrored, its inputs and outputs exchanged: kh×kw×filters×channels. */
function turnedRound(wasm: Wasm, kernel: Tensor): Tensor {
  const [height = 0, width = 0, channels = 0, filters = 0] = kernel.shape;
  const turned = allocate(wasm, [height, width, filters, channels]);
  const [source, target] = [floats(wasm, kernel), floats(wasm, turned)];
  const taps = height * width;
  for (let tap = 0; tap < taps; tap++)
    for (let channel = 0; channel < channels; channel++)
      for (let filter = 0; filter < filters; filter++)
        target[((taps - 1 - tap) * filters + filter) * channels + channel] =
          source[(tap * channels + channel) * filters + filter] ?? 0;
  return turned;
}
