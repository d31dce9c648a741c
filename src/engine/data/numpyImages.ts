import { type LabelledImages, sharedBytes } from './dataset';
import type { NumpyArray } from './numpyArray';

export interface ImageArray {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly pixels: Uint8Array | Float32Array;
}

/** So many channels at most; an axis that is longer is one of pixels. */
const mostChannels = 4;

/**
 * Images in an array: N×H×W, N×H×W×C, or N×C×H×W, which is put in order. What doesn't fit is told as the end of a
 * sentence that begins with the array's name.
 */
export function imagesOf({ shape, values }: NumpyArray): ImageArray | { readonly fault: string } {
  const [count = 0, ...rest] = shape;
  const [first = 0, second = 0, third] = rest;
  if ((rest.length !== 2 && rest.length !== 3) || shape.includes(0))
    return { fault: `has the shape ${shapeText(shape)}; images have N×H×W, N×H×W×C or N×C×H×W` };
  if (values instanceof Float32Array && !values.every(Number.isFinite))
    return { fault: 'has values that are NaN or infinite' };
  if (third === undefined)
    return { count, height: first, width: second, channels: 1, pixels: shared(values) };
  if (first <= mostChannels && third > mostChannels)
    return {
      count,
      height: second,
      width: third,
      channels: first,
      pixels: channelsLast(values, first, second * third),
    };
  if (third > 16)
    return { fault: `has ${third} channels in the shape ${shapeText(shape)}; images have 16 at most` };
  return { count, height: first, width: second, channels: third, pixels: shared(values) };
}

/** Class numbers in an array: N, N×1, or N×K with one of each K marked. */
export function labelsOf({ shape, values }: NumpyArray): Uint16Array | { readonly fault: string } {
  const [count = 0, width = 1, ...rest] = shape;
  if (shape.length === 0 || rest.length > 0 || shape.includes(0))
    return { fault: `has the shape ${shapeText(shape)}; labels have N, N×1 or, one-hot, N×K` };
  const numbers = Array.from({ length: count }, (_, row) =>
    width === 1 ? (values[row] ?? 0) : indexOfLargest(values.subarray(row * width, (row + 1) * width)),
  );
  const wrong = numbers.find((label) => !Number.isInteger(label) || label < 0 || label > 999);
  if (wrong !== undefined) return { fault: `has the label ${wrong}; labels are whole numbers from 0 to 999` };
  return Uint16Array.from(numbers);
}

/** Images with their labels, which must be as many. */
export function labelled(
  images: ImageArray,
  labels: Uint16Array,
): LabelledImages | { readonly fault: string } {
  if (labels.length !== images.count)
    return { fault: `has ${labels.length} labels for ${images.count} images` };
  return { count: images.count, pixels: images.pixels, labels };
}

function shared(values: Uint8Array | Float32Array): Uint8Array | Float32Array {
  if (!(values instanceof Uint8Array)) return values;
  const bytes = sharedBytes(values.length);
  bytes.set(values);
  return bytes;
}

function channelsLast(
  values: Uint8Array | Float32Array,
  channels: number,
  plane: number,
): Uint8Array | Float32Array {
  const turned = values instanceof Uint8Array ? sharedBytes(values.length) : new Float32Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const pixel = index % plane;
    const channel = Math.floor(index / plane) % channels;
    const image = Math.floor(index / (plane * channels));
    turned[(image * plane + pixel) * channels + channel] = values[index] ?? 0;
  }
  return turned;
}

function indexOfLargest(values: Uint8Array | Float32Array): number {
  return [...values].reduce((best, value, index) => (value > (values[best] ?? 0) ? index : best), 0);
}

function shapeText(shape: readonly number[]): string {
  return shape.length === 0 ? 'of a single number' : shape.join('×');
}
