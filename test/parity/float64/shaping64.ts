import type { ShapingOps } from '../../../src/network/layers/shapingOps';
import { type Array64, array64, image64, pixel } from './array64';

/** Changes of shape in plain float64, from their definitions. */
export const shaping64: ShapingOps<Array64> = {
  upsample2d(x, [rows, columns], interpolation) {
    const [batch = 0, height = 0, width = 0, channels = 0] = x.shape;
    return image64([batch, height * rows, width * columns, channels], (image, row, column, channel) => {
      if (interpolation === 'nearest')
        return pixel(x, image, Math.floor(row / rows), Math.floor(column / columns), channel);
      // Each pixel spreads as a tent of the width of two pixels around its centre; the border goes on as it is.
      const [y, z] = [(row + 0.5) / rows - 0.5, (column + 0.5) / columns - 0.5];
      let sum = 0;
      for (let i = -1; i <= height; i++)
        for (let j = -1; j <= width; j++) {
          const weight = Math.max(0, 1 - Math.abs(y - i)) * Math.max(0, 1 - Math.abs(z - j));
          const [up, left] = [clamp(i, height), clamp(j, width)];
          if (weight > 0) sum += weight * pixel(x, image, up, left, channel);
        }
      return sum;
    });
  },
  padChannels(x, wanted) {
    const [batch = 0, height = 0, width = 0, channels = 0] = x.shape;
    return image64([batch, height, width, wanted], (image, row, column, channel) =>
      channel < channels ? pixel(x, image, row, column, channel) : 0,
    );
  },
  reshape(x, extents) {
    const [batch = 1] = x.shape;
    const known = extents.reduce((product, extent) => product * (extent || 1), 1);
    const open = x.values.length / batch / known;
    return { shape: [batch, ...extents.map((extent) => extent || open)], values: x.values };
  },
  permute(x, order) {
    const [batch = 1, ...extents] = x.shape;
    const shape = [batch, ...order.map((axis) => extents[axis] ?? 0)];
    return array64(shape, (index) => {
      const [example, ...place] = placeOf(index, shape);
      const source = extents.map((_, axis) => place[order.indexOf(axis)] ?? 0);
      const offset = source.reduce(
        (sum, position, axis) => sum * (extents[axis] ?? 0) + position,
        example ?? 0,
      );
      return x.values[offset] ?? Number.NaN;
    });
  },
};

function clamp(position: number, extent: number): number {
  return Math.min(Math.max(position, 0), extent - 1);
}

/** Position along each axis of a value in row-major order. */
function placeOf(index: number, shape: readonly number[]): number[] {
  let rest = index;
  return shape.map((_, axis) => {
    const below = shape.slice(axis + 1).reduce((product, extent) => product * extent, 1);
    const position = Math.floor(rest / below);
    rest -= position * below;
    return position;
  });
}
