import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BatchReader } from '../../../src/engine/data/batchReader';
import { epochOrder, splitDataset } from '../../../src/engine/data/split';
import { standardisationOf } from '../../../src/engine/data/standardisation';
import { syntheticDataset } from './syntheticDataset';

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const sorted = (numbers: Iterable<number>) => [...numbers].sort((left, right) => left - right);

describe('the order of an epoch', () => {
  const numbers = Uint32Array.from({ length: 300 }, (_, image) => image);

  test('holds every image once', () => {
    fc.assert(
      fc.property(seeds, fc.nat(1000), (seed, epoch) => {
        expect(sorted(epochOrder(numbers, { shuffle: true, seed }, epoch))).toEqual([...numbers]);
      }),
    );
  });

  test('is the same for the same seed, and another for another epoch or seed', () => {
    fc.assert(
      fc.property(seeds, fc.nat(1000), (seed, epoch) => {
        const order = epochOrder(numbers, { shuffle: true, seed }, epoch);
        expect(epochOrder(numbers, { shuffle: true, seed }, epoch)).toEqual(order);
        expect(epochOrder(numbers, { shuffle: true, seed }, epoch + 1)).not.toEqual(order);
        expect(epochOrder(numbers, { shuffle: true, seed: seed + 1 }, epoch)).not.toEqual(order);
      }),
    );
  });

  test('is the dataset’s own without shuffling', () => {
    expect(epochOrder(numbers, { shuffle: false, seed: 1 }, 3)).toEqual(numbers);
  });

  test('puts each image in each place about equally often', () => {
    const few = Uint32Array.from([0, 1, 2, 3]);
    const times = new Array<number>(16).fill(0);
    for (let epoch = 0; epoch < 4000; epoch++)
      for (const [place, image] of epochOrder(few, { shuffle: true, seed: 5 }, epoch).entries())
        times[4 * place + image] = (times[4 * place + image] ?? 0) + 1;
    // 1000 expected with a standard deviation of 27.
    for (const time of times) expect(Math.abs(time - 1000)).toBeLessThan(150);
  });
});

describe('the split', () => {
  const dataset = syntheticDataset(200, 30);

  test('validates on the test images where nothing is held out', () => {
    const { training, validation } = splitDataset(dataset, { validationSplit: 0, seed: 1 });
    expect(training.numbers).toHaveLength(200);
    expect(validation.images).toBe(dataset.test);
    expect(validation.numbers).toHaveLength(30);
  });

  test('parts the training images in two without loss', () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0.01, max: 0.9, noNaN: true }), (seed, validationSplit) => {
        const { training, validation } = splitDataset(dataset, { validationSplit, seed });
        expect(validation.images).toBe(dataset.training);
        expect(validation.numbers).toHaveLength(Math.round(200 * validationSplit));
        const all = sorted([...training.numbers, ...validation.numbers]);
        expect(all).toEqual(Array.from({ length: 200 }, (_, image) => image));
        expect(splitDataset(dataset, { validationSplit, seed }).validation.numbers).toEqual(
          validation.numbers,
        );
      }),
    );
  });
});

describe('a batch', () => {
  const dataset = syntheticDataset(50, 10);
  const reader = () =>
    new BatchReader(dataset.training, dataset.facts.imageShape, standardisationOf(dataset, 'channel'), 16);

  test('holds the standardised images and labels in order', () => {
    const order = Uint32Array.from([3, 49, 0]);
    const batch = reader().read(order, 0, 16);
    expect(batch.size).toBe(3);
    expect([...batch.labels]).toEqual([...order].map((image) => dataset.training.labels[image]));
    for (const [place, image] of order.entries())
      for (const pixel of [0, 28 * 15 + 3, 783]) {
        const byte = dataset.training.pixels[image * 784 + pixel] ?? Number.NaN;
        expect(batch.images[place * 784 + pixel]).toBe(Math.fround((byte / 255 - 0.5) / 0.25));
      }
  });

  test('at the end of an epoch is smaller, and no image is left out', () => {
    const order = Uint32Array.from({ length: 50 }, (_, image) => image);
    const batches = reader();
    const sizes = [0, 16, 32, 48].map((from) => batches.read(order, from, 16).size);
    expect(sizes).toEqual([16, 16, 16, 2]);
    expect(batches.read(order, 48, 16).images).toHaveLength(2 * 784);
  });
});
