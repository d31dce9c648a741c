import type { Pictures } from '../../protocol/inspectionMessages';

const picturesPerRow = 8;
const gap = 1;

/** The values that are black and white: for kernels as far below 0 as above, so that 0 is grey. */
export function rangeOf(
  { values }: Pictures,
  symmetric: boolean,
): { readonly black: number; readonly white: number } {
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, value);
  }
  if (smallest > largest) return { black: 0, white: 1 };
  if (!symmetric) return { black: smallest, white: largest };
  const reach = Math.max(Math.abs(smallest), Math.abs(largest));
  return { black: -reach, white: reach };
}

/** Size of the grid in pixels of the pictures. */
export function gridSize({ count, height, width }: Pictures) {
  const columns = Math.min(count, picturesPerRow);
  const rows = Math.ceil(count / picturesPerRow);
  return { width: columns * (width + gap) - gap, height: rows * (height + gap) - gap };
}

/** Paints the pictures side by side, a canvas pixel for each of theirs; what is not finite is left clear. */
export function paintPictures(
  canvas: HTMLCanvasElement,
  pictures: Pictures,
  range: { readonly black: number; readonly white: number },
): void {
  const { count, height, width, channels, values } = pictures;
  const size = gridSize(pictures);
  canvas.width = size.width;
  canvas.height = size.height;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const perUnit = range.white > range.black ? 255 / (range.white - range.black) : 0;
  for (let number = 0; number < count; number++) {
    const picture = context.createImageData(width, height);
    for (let pixel = 0; pixel < width * height; pixel++) {
      const at = (number * width * height + pixel) * channels;
      for (let channel = 0; channel < 3; channel++) {
        const value = values[at + (channels === 3 ? channel : 0)] ?? Number.NaN;
        picture.data[4 * pixel + channel] = (value - range.black) * perUnit;
        picture.data[4 * pixel + 3] = Number.isFinite(value) ? 255 : 0;
      }
    }
    const x = (number % picturesPerRow) * (width + gap);
    context.putImageData(picture, x, Math.floor(number / picturesPerRow) * (height + gap));
  }
}
