/** A tensor of the reference: row-major float64 values, batch axis first. */
export interface Array64 {
  readonly shape: readonly number[];
  readonly values: Float64Array;
}

export function array64(shape: readonly number[], fill: (index: number) => number = () => 0): Array64 {
  const size = shape.reduce((product, extent) => product * extent, 1);
  return { shape, values: Float64Array.from({ length: size }, (_, index) => fill(index)) };
}

export function mapValues(x: Array64, change: (value: number, index: number) => number): Array64 {
  return { shape: x.shape, values: x.values.map(change) };
}

/** The value at a place, 0 outside of the image. */
export function pixel(x: Array64, image: number, row: number, column: number, channel: number): number {
  const [, height = 0, width = 0, channels = 0] = x.shape;
  if (row < 0 || row >= height || column < 0 || column >= width) return 0;
  return x.values[((image * height + row) * width + column) * channels + channel] ?? Number.NaN;
}

/** Runs over all places of an image batch in row-major order and fills it. */
export function image64(
  shape: readonly [number, number, number, number],
  value: (image: number, row: number, column: number, channel: number) => number,
): Array64 {
  const [, height, width, channels] = shape;
  return array64(shape, (index) => {
    const channel = index % channels;
    const column = Math.floor(index / channels) % width;
    const row = Math.floor(index / (channels * width)) % height;
    return value(Math.floor(index / (channels * width * height)), row, column, channel);
  });
}

/** Rows of the last axis, as slices of the values. */
export function rowsOf(x: Array64): Float64Array[] {
  const length = x.shape.at(-1) ?? 1;
  return Array.from({ length: x.values.length / length }, (_, row) =>
    x.values.subarray(row * length, (row + 1) * length),
  );
}
