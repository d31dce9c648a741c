/** A tensor of the reference: row-major float64 values, batch axis first. */
export interface Array64 {
  readonly shape: readonly number[];
  readonly values: Float64Array;
}

// Finite differences run a forward pass for each weight: plain loops here are most of what makes that quick.

export function array64(shape: readonly number[], fill: (index: number) => number = () => 0): Array64 {
  const values = new Float64Array(shape.reduce((product, extent) => product * extent, 1));
  for (let index = 0; index < values.length; index++) values[index] = fill(index);
  return { shape, values };
}

export function mapValues(x: Array64, change: (value: number, index: number) => number): Array64 {
  return array64(x.shape, (index) => change(x.values[index] ?? Number.NaN, index));
}

/** The value at a place, 0 outside of the image. */
export function pixel(x: Array64, image: number, row: number, column: number, channel: number): number {
  const [height, width, channels] = [x.shape[1] ?? 0, x.shape[2] ?? 0, x.shape[3] ?? 0];
  if (row < 0 || row >= height || column < 0 || column >= width) return 0;
  return x.values[((image * height + row) * width + column) * channels + channel] ?? Number.NaN;
}

/** Runs over all places of an image batch in row-major order and fills it. */
export function image64(
  shape: readonly [number, number, number, number],
  value: (image: number, row: number, column: number, channel: number) => number,
): Array64 {
  const [batch, height, width, channels] = shape;
  const values = new Float64Array(batch * height * width * channels);
  let place = 0;
  for (let image = 0; image < batch; image++)
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++)
        for (let channel = 0; channel < channels; channel++)
          values[place++] = value(image, row, column, channel);
  return { shape, values };
}

/** Rows of the last axis, as slices of the values. */
export function rowsOf(x: Array64): Float64Array[] {
  const length = x.shape.at(-1) ?? 1;
  return Array.from({ length: x.values.length / length }, (_, row) =>
    x.values.subarray(row * length, (row + 1) * length),
  );
}
