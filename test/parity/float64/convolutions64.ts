import type { Ops } from '../../../src/network/layers/ops';
import { type Array64, array64, image64, pixel } from './array64';
import { placement } from './placement64';

/** The further convolutions in plain float64 loops, from their definitions. */
export const convolutions64: Pick<Ops<Array64>, 'depthwiseConv2d' | 'convTranspose2d'> = {
  depthwiseConv2d(x, kernel, { strides, padding, dilations }) {
    const [kernelHeight = 0, kernelWidth = 0, channels = 0, multiplier = 0] = kernel.shape;
    const { height, width, top, left } = placement(
      x,
      [kernelHeight, kernelWidth],
      strides,
      dilations,
      padding,
    );
    return image64([x.shape[0] ?? 0, height, width, channels * multiplier], (image, row, column, output) => {
      const channel = Math.floor(output / multiplier);
      let sum = 0;
      for (let i = 0; i < kernelHeight; i++)
        for (let j = 0; j < kernelWidth; j++) {
          const y = row * strides[0] - top + i * dilations[0];
          const z = column * strides[1] - left + j * dilations[1];
          const tap = (i * kernelWidth + j) * channels * multiplier + output;
          sum += pixel(x, image, y, z, channel) * (kernel.values[tap] ?? Number.NaN);
        }
      return sum;
    });
  },
  convTranspose2d(x, kernel, { strides, padding }) {
    const [batch = 0, inputHeight = 0, inputWidth = 0, channels = 0] = x.shape;
    const [kernelHeight = 0, kernelWidth = 0, filters = 0] = kernel.shape;
    const rest = [Math.max(kernelHeight - strides[0], 0), Math.max(kernelWidth - strides[1], 0)] as const;
    const [top, left] = padding === 'same' ? [Math.floor(rest[0] / 2), Math.floor(rest[1] / 2)] : [0, 0];
    const height = inputHeight * strides[0] + (padding === 'same' ? 0 : rest[0]);
    const width = inputWidth * strides[1] + (padding === 'same' ? 0 : rest[1]);
    const y = array64([batch, height, width, filters]);
    const positions = image64([batch, inputHeight, inputWidth, 1], () => 0);
    for (const place of positions.values.keys()) {
      const column = place % inputWidth;
      const row = Math.floor(place / inputWidth) % inputHeight;
      stamp(Math.floor(place / (inputWidth * inputHeight)), row, column);
    }
    return y;

    function stamp(image: number, row: number, column: number): void {
      const source = ((image * inputHeight + row) * inputWidth + column) * channels;
      for (let i = 0; i < kernelHeight; i++)
        for (let j = 0; j < kernelWidth; j++) {
          const [to, along] = [row * strides[0] - top + i, column * strides[1] - left + j];
          if (to < 0 || to >= height || along < 0 || along >= width) continue;
          for (let filter = 0; filter < filters; filter++) {
            const target = ((image * height + to) * width + along) * filters + filter;
            const tap = ((i * kernelWidth + j) * filters + filter) * channels;
            let sum = y.values[target] ?? 0;
            for (let channel = 0; channel < channels; channel++)
              sum += (x.values[source + channel] ?? 0) * (kernel.values[tap + channel] ?? Number.NaN);
            y.values[target] = sum;
          }
        }
    }
  },
};
