import type { ImageExtents } from '../operations/shapes';
import type { Simd } from './simd';

/** Rows and columns of zeros around images. */
export interface Padding {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What keeps all taps of both axes on the images. */
export function paddingOf(
  vertical: Readonly<Record<'before' | 'after', number>>,
  horizontal: Readonly<Record<'before' | 'after', number>>,
): Padding {
  return {
    top: vertical.before,
    bottom: vertical.after,
    left: horizontal.before,
    right: horizontal.after,
  };
}

/** Where the values of padded images lie. */
export interface PaddedLayout {
  /** Values that the workspace needs for one of them: none where there is no padding. */
  readonly size: number;
  /** Values from one line to the next. */
  readonly line: number;
}

export function paddedLayout(
  { height, width, channels }: ImageExtents,
  { top, bottom, left, right }: Padding,
): PaddedLayout {
  const line = (left + width + right) * channels;
  return { size: top + bottom + left + right === 0 ? 0 : (top + height + bottom) * line, line };
}

/**
 * Hands over each image with its padding, by address: where it lies if it has none, or else as a copy in the
 * workspace, which holds zeros around it.
 */
export function eachPaddedImage(
  simd: Simd,
  images: Float32Array,
  { batch, height, width, channels }: ImageExtents,
  { top, left }: Padding,
  { size, line }: PaddedLayout,
  workspace: Float32Array,
  visit: (address: number, image: number) => void,
): void {
  const imageBytes = 4 * height * width * channels;
  workspace.subarray(0, size).fill(0);
  for (let image = 0; image < batch; image++) {
    const source = images.byteOffset + image * imageBytes;
    if (size > 0)
      simd.padImage(
        source,
        height,
        4 * width * channels,
        workspace.byteOffset,
        4 * line,
        4 * (top * line + left * channels),
      );
    visit(size > 0 ? workspace.byteOffset : source, image);
  }
}
