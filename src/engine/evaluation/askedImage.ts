import type { DatasetReference } from '../../network/datasets/datasetReference';
import { elementCount, type Shape } from '../../network/layers/shape';
import { AdviceError } from '../adviceError';
import { decodeImage, reasonOf } from '../data/decodeImages';

/** An image from a file: its path, or its bytes and name. */
export interface ImageSource {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Takes light for dark. */
  readonly invert: boolean;
}

/**
 * Decodes an image as those of the run's dataset were: to the size that the network takes, in colour where it takes colour,
 * resized as the dataset's folder says, or cut to its middle where it has none. Row-major, values 0…1. Throws an
 * AdviceError where it can't be decoded.
 */
export async function readAskedImage(
  { name, content, invert }: ImageSource,
  shape: Shape,
  dataset: DatasetReference,
): Promise<Float32Array> {
  const [height = 1, width = 1, channels = 1] = shape;
  if (channels !== 1 && channels !== 3)
    throw new AdviceError(
      `The network takes images of ${channels} channels, and an image file has 1 or 3.`,
      'Choose one of the dataset’s own images.',
    );
  const resize = dataset.type === 'folder' ? dataset.resize : 'crop';
  const bytes = await decodeImage(content, { height, width, resize, colour: channels === 3 }).catch(
    (cause: unknown) => {
      if (cause instanceof AdviceError) throw cause;
      throw new AdviceError(
        `${name} ${reasonOf(cause)}.`,
        'Choose a PNG, JPEG, WebP, GIF, TIFF or AVIF image.',
        { cause },
      );
    },
  );
  return Float32Array.from(bytes, (byte) => (invert ? 255 - byte : byte) / 255);
}

/** A drawing as an image of the network: the same lightness in all channels. Throws an AdviceError where its size is another. */
export function drawnImage(lightness: Float32Array, shape: Shape): Float32Array {
  const [height = 1, width = 1, channels = 1] = shape;
  if (lightness.length !== height * width)
    throw new AdviceError(
      `The drawing has ${lightness.length} pixels, and the network takes ${height}×${width}.`,
      'Open the view again, and draw anew.',
    );
  return Float32Array.from(
    { length: elementCount(shape) },
    (_, place) => lightness[Math.floor(place / channels)] ?? 0,
  );
}
