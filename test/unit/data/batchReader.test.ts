import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BatchReader } from '../../../src/engine/data/batchReader';
import type { LabelledImages } from '../../../src/engine/data/dataset';
import type { Standardisation } from '../../../src/engine/data/standardisation';

const [height, width, channels] = [3, 4, 2];
const values = height * width * channels;

/** One number for each value of an image: alike for all pixels of a channel, or not. */
const perValue = (least: number) =>
  fc
    .tuple(
      fc.boolean(),
      fc.array(fc.double({ min: least, max: 3, noNaN: true }), { minLength: values, maxLength: values }),
    )
    .map(([alike, numbers]) =>
      Float64Array.from(numbers, (number, place) => (alike ? (numbers[place % channels] ?? 0) : number)),
    );

it('reads bytes and numbers as (value / scale − mean) / deviation, looked up or computed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 2 * values, maxLength: 2 * values }),
      fc.boolean(),
      perValue(-3),
      perValue(0.1),
      (stored, bytes, means, deviations) => {
        const pixels = bytes ? Uint8Array.from(stored) : Float32Array.from(stored);
        const images: LabelledImages = { count: 2, pixels, labels: Uint8Array.of(4, 5) };
        const standardisation: Standardisation = { scale: bytes ? 255 : 1, means, deviations };
        const reader = new BatchReader(images, [height, width, channels], standardisation, 2);
        const batch = reader.read(Uint32Array.of(1, 0), 0, 2);
        const expected = [...stored.slice(values), ...stored.slice(0, values)].map((value, place) =>
          Math.fround(
            (value / standardisation.scale - (means[place % values] ?? 0)) /
              (deviations[place % values] ?? 1),
          ),
        );
        expect([...batch.images]).toEqual(expected);
        expect([...batch.labels]).toEqual([5, 4]);
      },
    ),
  );
});
