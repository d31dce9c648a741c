import { sharedBytes } from './dataset';

export type CifarName = 'cifar-10' | 'cifar-100';

/** Pixels of one image: 1,024 red, 1,024 green, 1,024 blue, each row by row. */
const plane = 32 * 32;
const channels = 3;

/** Labels before the pixels of each record: the last one counts. CIFAR-100 has the coarse label (of 20) before it. */
const labelLimits: Readonly<Record<CifarName, readonly number[]>> = {
  'cifar-10': [10],
  'cifar-100': [20, 100],
};

export function recordBytes(name: CifarName): number {
  return labelLimits[name].length + channels * plane;
}

/** Images with channels last, and their classes. */
export interface CifarImages {
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
}

/**
 * Reads one .bin file of the binary version. What doesn't agree is told as the end of a sentence that begins with the
 * file's name.
 */
export function readCifarRecords(
  name: CifarName,
  bytes: Uint8Array,
): CifarImages | { readonly fault: string } {
  const size = recordBytes(name);
  const count = Math.floor(bytes.length / size);
  if (bytes.length === 0) return { fault: 'is empty' };
  if (bytes.length % size !== 0)
    return {
      fault: `has ${bytes.length.toLocaleString('en')} bytes, which is not a whole number of images of ${size.toLocaleString('en')} bytes`,
    };
  const limits = labelLimits[name];
  const pixels = sharedBytes(count * channels * plane);
  const labels = new Uint8Array(count);
  for (let image = 0; image < count; image++) {
    const start = image * size;
    for (const [place, limit] of limits.entries()) {
      const label = bytes[start + place] ?? 0;
      if (label >= limit)
        return { fault: `has the label ${label} at image ${image + 1}, where ${limit - 1} is the largest` };
      labels[image] = label;
    }
    interleave(bytes.subarray(start + limits.length, start + size), pixels, image * channels * plane);
  }
  return { pixels, labels };
}

/** Three planes to red, green and blue of each pixel. */
function interleave(planes: Uint8Array, pixels: Uint8Array, start: number): void {
  for (let pixel = 0; pixel < plane; pixel++)
    for (let channel = 0; channel < channels; channel++)
      pixels[start + pixel * channels + channel] = planes[channel * plane + pixel] ?? 0;
}
