import type { Augmentation } from '../../network/datasets/augmentation';
import { randomStream } from '../randomStreams';
import { betaVariate } from './betaVariate';

/** How one training image is looked at: a window of its own size, moved, perhaps mirrored, perhaps with a hole. */
export interface ImageView {
  /** How far the window lies below and to the right of the image, in pixels; negative above and to the left. */
  readonly down: number;
  readonly right: number;
  readonly mirrored: boolean;
  /** What is covered, in pixels of the window; lower and right ends are excluded. */
  readonly hole: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  } | null;
}

/**
 * Draws the views of each batch. They follow from the seed and the number of the batch's step alone, whenever and
 * wherever it is made; each kind of augmentation has a stream of its own, so that one doesn't shift the others.
 */
export class BatchAugmenter {
  readonly #augmentation: Augmentation;
  readonly #seed: number;

  constructor(augmentation: Augmentation, seed: number) {
    this.#augmentation = augmentation;
    this.#seed = seed;
  }

  viewsOf(step: number, size: number, height: number, width: number): readonly ImageView[] {
    const { padAndCrop, flip, cutout } = this.#augmentation;
    const stream = (kind: string) => randomStream(this.#seed, `augmentation/${kind}/${step}`);
    const [crops, flips, holes] = [stream('crop'), stream('flip'), stream('cutout')];
    const shift = () => (padAndCrop === 0 ? 0 : crops.integerBelow(2 * padAndCrop + 1) - padAndCrop);
    return Array.from({ length: size }, () => ({
      down: shift(),
      right: shift(),
      mirrored: flip && flips.uniform() < 0.5,
      hole: cutout === 0 ? null : holeAround(holes.integerBelow(height), holes.integerBelow(width), cutout),
    }));
  }

  /** With which image of its batch each image is mixed; none where nothing is. */
  mixesOf(step: number, size: number): readonly ImageMix[] {
    const { mixup } = this.#augmentation;
    if (mixup === 0) return [];
    const stream = randomStream(this.#seed, `augmentation/mixup/${step}`);
    return Array.from({ length: size }, () => ({
      partner: stream.integerBelow(size),
      weight: betaVariate(stream, mixup + 1, mixup),
    }));
  }
}

/** How one image of a batch is mixed with another: `weight` is its own share, 0.5 and more on average. */
export interface ImageMix {
  readonly partner: number;
  readonly weight: number;
}

/** Null where nothing is augmented: images are then copied, which is quicker. */
export function batchAugmenter(augmentation: Augmentation, seed: number): BatchAugmenter | null {
  const { padAndCrop, flip, cutout, mixup } = augmentation;
  return padAndCrop === 0 && !flip && cutout === 0 && mixup === 0
    ? null
    : new BatchAugmenter(augmentation, seed);
}

/** A square around a pixel of the image; parts of it may lie outside, as in the paper. */
function holeAround(row: number, column: number, side: number): ImageView['hole'] {
  const [top, left] = [row - Math.floor(side / 2), column - Math.floor(side / 2)];
  return { top, bottom: top + side, left, right: left + side };
}
