import type { Shape } from '../../network/layers/shape';
import type { Standardisation } from './standardisation';

/** Small pictures of equal size: red, green, blue and 255 of each pixel, one picture after the other. */
export interface ContactSheet {
  readonly height: number;
  readonly width: number;
  readonly pixels: Uint8Array<ArrayBuffer>;
}

/** Turns standardised images back into pictures that people can look at, with the longest side at most `side` pixels. */
export function contactSheet(
  images: Float32Array,
  [height = 1, width = 1, channels = 1]: Shape,
  { means, deviations, scale }: Standardisation,
  side: number,
): ContactSheet {
  const values = height * width * channels;
  const count = images.length / values;
  const shrink = Math.min(1, side / Math.max(height, width));
  const [rows, columns] = [Math.max(1, Math.round(height * shrink)), Math.max(1, Math.round(width * shrink))];
  const raw = images.map(
    (value, place) => value * (deviations[place % values] ?? 1) + (means[place % values] ?? 0),
  );
  const toByte = scale === 255 ? (value: number) => value * 255 : stretched(raw);
  const pixels = new Uint8Array(count * rows * columns * 4);
  let write = 0;
  for (let image = 0; image < count; image++)
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const [y, x] = [
          Math.floor(((row + 0.5) * height) / rows),
          Math.floor(((column + 0.5) * width) / columns),
        ];
        const pixel = image * values + (y * width + x) * channels;
        for (let colour = 0; colour < 3; colour++) {
          const value = toByte(raw[pixel + (channels >= 3 ? colour : 0)] ?? 0);
          pixels[write++] = Math.max(0, Math.min(255, Math.round(value)));
        }
        pixels[write++] = 255;
      }
  return { height: rows, width: columns, pixels };
}

/** Numbers of no known range: from black for the least to white for the greatest. */
function stretched(values: Float32Array): (value: number) => number {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return (value) => (greatest > least ? (255 * (value - least)) / (greatest - least) : 127);
}
