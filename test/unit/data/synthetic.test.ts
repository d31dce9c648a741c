import { describe, expect, test } from 'vitest';
import { makeSynthetic } from '../../../src/engine/data/synthetic';
import { datasetFacts } from '../../../src/network/datasets/datasetFacts';
import { defaultSynthetic } from '../../../src/network/datasets/datasetReference';

const small = {
  ...defaultSynthetic,
  height: 16,
  width: 12,
  channels: 2,
  classes: 5,
  trainingImages: 300,
  testImages: 100,
};

describe('synthetic images', () => {
  test('are those that were asked for, and the same for the same seed', async () => {
    const made = await makeSynthetic(small);
    expect(made.facts).toEqual(datasetFacts(small));
    expect(made.training.pixels).toHaveLength(300 * 16 * 12 * 2);
    expect(new Set(made.training.labels).size).toBe(5);
    expect((await makeSynthetic(small)).training).toEqual(made.training);
    expect((await makeSynthetic({ ...small, seed: 2 })).training.pixels).not.toEqual(made.training.pixels);
  });

  test.each([
    ['images', { trainingImages: 10_000_000 }],
    ['patterns', { classes: 1000, height: 1024, width: 1024 }],
  ])('that take too much memory for their %s are refused', async (_, size) => {
    await expect(makeSynthetic({ ...defaultSynthetic, ...size })).rejects.toThrow(
      /GiB of memory; 2 GiB is the limit/,
    );
  });

  test.each([
    ['images', { trainingImages: 30_000 }],
    ['patterns', { classes: 1000, height: 224, width: 224 }],
  ])('are not made on once whoever hears of the progress of the %s throws', async (_, size) => {
    const heard: number[] = [];
    const stop = (share: number) => {
      heard.push(share);
      throw new Error('stopped');
    };
    await expect(makeSynthetic({ ...small, ...size }, stop)).rejects.toThrow('stopped');
    expect(heard).toHaveLength(1);
    expect(heard[0]).toBeLessThan(0.1);
  });

  test.each([
    ['patterns', 0.95, 1],
    ['noise', 0.05, 0.4],
  ] as const)(
    'with %s are told apart by the nearest class mean as often as they should be',
    async (variant, least, most) => {
      const { training, test: held } = await makeSynthetic({ ...small, variant });
      const values = 16 * 12 * 2;
      const image = (pixels: Uint8Array | Float32Array, number: number) =>
        pixels.subarray(number * values, (number + 1) * values);
      const means = Array.from({ length: 5 }, (_, label) => {
        const members = [...training.labels.keys()].filter((number) => training.labels[number] === label);
        return Float64Array.from(
          { length: values },
          (_, place) =>
            members.reduce((sum, number) => sum + (image(training.pixels, number)[place] ?? 0), 0) /
            members.length,
        );
      });
      const distance = (left: Float64Array, right: Uint8Array | Float32Array) =>
        left.reduce((sum, value, place) => sum + (value - (right[place] ?? 0)) ** 2, 0);
      let right = 0;
      for (const [number, label] of held.labels.entries()) {
        const distances = means.map((mean) => distance(mean, image(held.pixels, number)));
        if (distances.indexOf(Math.min(...distances)) === label) right += 1;
      }
      expect(right / held.count).toBeGreaterThanOrEqual(least);
      expect(right / held.count).toBeLessThanOrEqual(most);
    },
  );
});
