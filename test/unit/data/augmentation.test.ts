import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BatchAugmenter } from '../../../src/engine/data/batchAugmenter';
import { BatchReader } from '../../../src/engine/data/batchReader';
import { standardisationOf } from '../../../src/engine/data/standardisation';
import { makeSynthetic } from '../../../src/engine/data/synthetic';
import {
  type Augmentation,
  noAugmentation,
  normalisationSchema,
} from '../../../src/network/datasets/augmentation';
import { defaultSynthetic } from '../../../src/network/datasets/datasetReference';

const [height, width, channels] = [9, 7, 3] as const;
const dataset = await makeSynthetic({
  ...defaultSynthetic,
  height,
  width,
  channels,
  trainingImages: 64,
  testImages: 8,
});
const order = Uint32Array.from({ length: 16 }, (_, image) => image);
const standardisation = standardisationOf(dataset, 'channel');

/** The batch of a step as numbers by image, row, column and channel. */
function batchWith(augmentation: Augmentation, step: number, seed = 1) {
  const augmenter = new BatchAugmenter(augmentation, seed);
  const reader = new BatchReader(dataset.training, dataset.facts.imageShape, standardisation, 16, augmenter);
  const { images, labels } = reader.read(order, 0, 16, step);
  const at = (image: number, row: number, column: number, channel: number) =>
    row < 0 || row >= height || column < 0 || column >= width
      ? 0
      : (images[((image * height + row) * width + column) * channels + channel] ?? Number.NaN);
  return { images: images.slice(), labels: [...labels], at };
}

const plain = batchWith(noAugmentation, 0);
const steps = fc.nat(10_000);
const augmentations = fc.record({
  padAndCrop: fc.nat(5),
  flip: fc.boolean(),
  cutout: fc.nat(6),
  mixup: fc.constantFrom(0, 0.2, 1),
});

describe('augmentation', () => {
  test('is the same for the same seed and step, whatever was asked for before', () => {
    fc.assert(
      fc.property(augmentations, steps, (augmentation, step) => {
        const first = batchWith(augmentation, step).images;
        batchWith(augmentation, step + 1);
        expect(batchWith(augmentation, step).images).toEqual(first);
      }),
    );
  });

  test('differs from step to step and from seed to seed', () => {
    const all = { padAndCrop: 4, flip: true, cutout: 4, mixup: 0.4 };
    expect(batchWith(all, 1).images).not.toEqual(batchWith(all, 2).images);
    expect(batchWith(all, 1, 1).images).not.toEqual(batchWith(all, 1, 2).images);
  });

  test('that crops shows each image through a shifted window, and the mean beyond its edge', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), steps, (padAndCrop, step) => {
        const augmentation = { ...noAugmentation, padAndCrop };
        const views = new BatchAugmenter(augmentation, 1).viewsOf(step, 16, height, width);
        const cropped = batchWith(augmentation, step);
        for (const [image, { down, right }] of views.entries()) {
          expect(Math.max(Math.abs(down), Math.abs(right))).toBeLessThanOrEqual(padAndCrop);
          for (let row = 0; row < height; row++)
            for (let column = 0; column < width; column++)
              expect(cropped.at(image, row, column, 1)).toBe(plain.at(image, row + down, column + right, 1));
        }
      }),
      { numRuns: 30 },
    );
  });

  test('that flips mirrors about half of the images, and mirrored twice they are as they were', () => {
    const flip = { ...noAugmentation, flip: true };
    let mirrored = 0;
    for (let step = 0; step < 20; step++) {
      const flipped = batchWith(flip, step);
      for (let image = 0; image < 16; image++) {
        const turned = new Array(height * width).fill(0).every((_, place) => {
          const [row, column] = [Math.floor(place / width), place % width];
          return flipped.at(image, row, width - 1 - column, 0) === plain.at(image, row, column, 0);
        });
        const same = flipped.at(image, 0, 0, 0) === plain.at(image, 0, 0, 0);
        expect(turned || same).toBe(true);
        if (turned) mirrored += 1;
      }
    }
    expect(mirrored).toBeGreaterThan(120);
    expect(mirrored).toBeLessThan(200);
  });

  test('that cuts out covers a square with the mean and leaves the rest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), steps, (cutout, step) => {
        const holes = batchWith({ ...noAugmentation, cutout }, step);
        for (let image = 0; image < 16; image++) {
          const covered = [...Array(height * width).keys()].filter((place) => {
            const [row, column] = [Math.floor(place / width), place % width];
            const value = holes.at(image, row, column, 2);
            expect([0, plain.at(image, row, column, 2)]).toContain(value);
            return value === 0;
          });
          const rows = new Set(covered.map((place) => Math.floor(place / width))).size;
          const columns = new Set(covered.map((place) => place % width)).size;
          expect(covered.length).toBe(rows * columns);
          expect(Math.max(rows, columns)).toBeLessThanOrEqual(cutout);
          expect(covered.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('that mixes keeps each image’s class, and weighs it with Beta(α + 1, α) against another of its batch', () => {
    const alpha = 0.4;
    const mixer = new BatchAugmenter({ ...noAugmentation, mixup: alpha }, 1);
    const mixed = batchWith({ ...noAugmentation, mixup: alpha }, 7);
    for (const [image, { partner, weight }] of mixer.mixesOf(7, 16).entries()) {
      expect(weight).toBeGreaterThanOrEqual(0);
      expect(weight).toBeLessThanOrEqual(1);
      for (const [row, column] of [
        [0, 0],
        [4, 5],
        [8, 6],
      ] as const)
        expect(mixed.at(image, row, column, 1)).toBeCloseTo(
          weight * plain.at(image, row, column, 1) + (1 - weight) * plain.at(partner, row, column, 1),
          5,
        );
    }
    expect(mixed.labels).toEqual(plain.labels);
    const weights = Array.from({ length: 400 }, (_, step) => mixer.mixesOf(step, 50)).flat();
    const mean = weights.reduce((sum, { weight }) => sum + weight, 0) / weights.length;
    // Of 20,000 weights the mean has a standard deviation of 0.002.
    expect(mean).toBeCloseTo((alpha + 1) / (2 * alpha + 1), 2);
    expect(new BatchAugmenter(noAugmentation, 1).mixesOf(0, 16)).toEqual([]);
  });

  test('of one kind does not shift the numbers of another', () => {
    const views = (augmentation: Augmentation) =>
      new BatchAugmenter(augmentation, 5).viewsOf(3, 16, height, width);
    const shifts = (augmentation: Augmentation) =>
      views(augmentation).map(({ down, right }) => [down, right]);
    expect(shifts({ padAndCrop: 4, flip: true, cutout: 4, mixup: 0.4 })).toEqual(
      shifts({ ...noAugmentation, padAndCrop: 4 }),
    );
  });
});

describe('normalisation', () => {
  test.each(normalisationSchema.options.filter((how) => how !== 'none'))(
    'by %s gives mean 0 and deviation 1 in each channel',
    (how) => {
      const all = Uint32Array.from({ length: 64 }, (_, image) => image);
      const reader = new BatchReader(
        dataset.training,
        dataset.facts.imageShape,
        standardisationOf(dataset, how),
        64,
      );
      const { images } = reader.read(all, 0, 64);
      for (let channel = 0; channel < channels; channel++) {
        const values = images.filter((_, place) => place % channels === channel);
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
        expect(mean).toBeCloseTo(0, 4);
        expect(Math.sqrt(square)).toBeCloseTo(1, 4);
      }
    },
  );

  test('by pixel leaves each pixel with mean 0', () => {
    const all = Uint32Array.from({ length: 64 }, (_, image) => image);
    const reader = new BatchReader(
      dataset.training,
      dataset.facts.imageShape,
      standardisationOf(dataset, 'pixel'),
      64,
    );
    const { images } = reader.read(all, 0, 64);
    const values = height * width * channels;
    for (const place of [0, 40, values - 1]) {
      const sum = [...all].reduce((total, image) => total + (images[image * values + place] ?? 0), 0);
      expect(sum / 64).toBeCloseTo(0, 4);
    }
  });
});
