import type { ClassicOps } from '../../../src/network/layers/classicOps';
import { type Array64, array64, image64, mapValues, pixel, rowsOf } from './array64';

/** Ops of the classic networks in plain float64, from their definitions. */
export const classic64: ClassicOps<Array64> = {
  localResponseNorm(x, { radius, bias, alpha, beta }) {
    const channels = x.shape.at(-1) ?? 1;
    return mapValues(x, (value, index) => {
      const channel = index % channels;
      let sum = 0;
      for (let near = channel - radius; near <= channel + radius; near++)
        if (near >= 0 && near < channels) sum += (x.values[index - channel + near] ?? 0) ** 2;
      return value / (bias + alpha * sum) ** beta;
    });
  },
  adaptiveAveragePool2d(x, [rows, columns]) {
    const [batch = 0, height = 0, width = 0, channels = 0] = x.shape;
    return image64([batch, rows, columns, channels], (image, row, column, channel) => {
      const values = [];
      for (let y = 0; y < height; y++)
        for (let z = 0; z < width; z++)
          // A pixel counts where the cell of the grid, a real interval, overlaps it.
          if (overlaps(y, row, height / rows) && overlaps(z, column, width / columns))
            values.push(pixel(x, image, y, z, channel));
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    });
  },
  spreadKernel(kernel, { inputs, outputs, pairs }) {
    const [height = 0, width = 0] = kernel.shape;
    return image64([height, width, inputs, outputs], (row, column, input, output) => {
      const plane = pairs.findIndex(([from, to]) => from === input && to === output);
      return plane < 0 ? 0 : (kernel.values[(row * width + column) * pairs.length + plane] ?? Number.NaN);
    });
  },
  negativeSquaredDistances(x, centres) {
    const units = rowsOf(centres);
    const rows = rowsOf(x);
    return array64([rows.length, units.length], (index) => {
      const row = rows[Math.floor(index / units.length)] ?? [];
      const centre = units[index % units.length] ?? [];
      return -[...row].reduce((sum, value, feature) => sum + (value - (centre[feature] ?? 0)) ** 2, 0);
    });
  },
};

/** Whether the pixel from `at` to `at + 1` and the cell from `cell · size` to `(cell + 1) · size` overlap. */
function overlaps(at: number, cell: number, size: number): boolean {
  const rounding = 1e-9;
  return at + 1 > cell * size + rounding && at < (cell + 1) * size - rounding;
}
