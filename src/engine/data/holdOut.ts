import { AdviceError } from '../adviceError';
import { randomStream } from '../randomStreams';
import { type LabelledImages, sharedBytes } from './dataset';

/**
 * Parts images that come without a test set: `share` of each class, drawn at random from the seed, and at least one of
 * each that has two. The order of the images stays.
 */
export function holdOut(
  images: LabelledImages,
  { testShare, splitSeed }: { readonly testShare: number; readonly splitSeed: number },
): { readonly training: LabelledImages; readonly test: LabelledImages } {
  const byClass = new Map<number, number[]>();
  for (const [image, label] of images.labels.entries()) members(byClass, label).push(image);
  const held = new Set<number>();
  for (const [label, candidates] of byClass) {
    const random = randomStream(splitSeed, `test/${label}`);
    const wanted = heldOutOf(candidates.length, testShare);
    for (let taken = 0; taken < wanted; taken++) {
      const [drawn] = candidates.splice(random.integerBelow(candidates.length), 1);
      if (drawn !== undefined) held.add(drawn);
    }
  }
  const numbers = [...images.labels.keys()];
  return {
    training: pick(
      images,
      numbers.filter((image) => !held.has(image)),
    ),
    test: pick(
      images,
      numbers.filter((image) => held.has(image)),
    ),
  };
}

/** These images, in this order. */
export function pick({ pixels, labels, count }: LabelledImages, numbers: readonly number[]): LabelledImages {
  const values = count === 0 ? 0 : pixels.length / count;
  const picked =
    pixels instanceof Uint8Array
      ? sharedBytes(numbers.length * values)
      : new Float32Array(numbers.length * values);
  for (const [place, image] of numbers.entries())
    picked.set(pixels.subarray(image * values, (image + 1) * values), place * values);
  return {
    count: numbers.length,
    pixels: picked,
    labels: Uint16Array.from(numbers, (image) => labels[image] ?? 0),
  };
}

function members(byClass: Map<number, number[]>, label: number): number[] {
  const found = byClass.get(label) ?? [];
  byClass.set(label, found);
  return found;
}

/** Throws an AdviceError where no image could be kept for testing; `place` is how people find the data. */
export function requireHeldOut(held: number, place: string): void {
  if (held > 0) return;
  throw new AdviceError(
    `${place} has no test images, and no class has two images, so that one could be kept for testing.`,
    'Add more images of each class, or a test set.',
  );
}

/** How many of a class's images are kept for testing: one at least, and never all. */
export function heldOutOf(count: number, share: number): number {
  return count < 2 ? 0 : Math.min(count - 1, Math.max(1, Math.round(count * share)));
}
