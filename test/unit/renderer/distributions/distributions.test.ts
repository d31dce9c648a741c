import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Histogram } from '../../../../src/protocol/inspectionMessages';
import { agoAt, binAt, placeAfterKey } from '../../../../src/renderer/distributions/histogramReading';
import {
  barsHeight,
  commonAxis,
  pastHeight,
  sharesOn,
} from '../../../../src/renderer/distributions/paintHistogram';
import { gridSize, rangeOf } from '../../../../src/renderer/distributions/paintPictures';
import {
  type Inspected,
  type Moment,
  withLatest,
} from '../../../../src/renderer/distributions/useInspection';

const histogram = fc
  .record({
    low: fc.double({ min: -10, max: 10, noNaN: true }),
    width: fc.double({ min: 0.1, max: 10, noNaN: true }),
    counts: fc.array(fc.nat(100), { minLength: 64, maxLength: 64 }),
    below: fc.nat(50),
    above: fc.nat(50),
  })
  .filter(({ counts }) => counts.some((count) => count > 0))
  .map(
    ({ low, width, counts, below, above }): Histogram => ({
      ...{ of: 'activations', weight: null, low, high: low + width },
      ...{ counts: Int32Array.from(counts), below, above, notFinite: 0 },
    }),
  );

test('on an axis that holds all moments, the shares of each are those that its bins hold', () => {
  fc.assert(
    fc.property(
      fc.array(histogram, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 200 }),
      (moments, columns) => {
        const axis = commonAxis(moments);
        for (const moment of moments) {
          const inBins = moment.counts.reduce((sum, count) => sum + count, 0);
          const shares = sharesOn(moment, axis, columns);
          const sum = shares.reduce((total, share) => total + share, 0);
          expect(sum).toBeCloseTo(inBins / (inBins + moment.below + moment.above), 6);
        }
      },
    ),
  );
});

test('arrow keys lead through all bins of a moment and all moments, and never out of them', () => {
  const key = (name: string, shiftKey = false) => ({ key: name, shiftKey });
  fc.assert(
    fc.property(fc.array(histogram, { minLength: 1, maxLength: 5 }), (moments) => {
      for (const [index, moment] of moments.entries()) {
        const ago = moments.length - 1 - index;
        let place = placeAfterKey(key('Home'), { share: 0.5, ago }, moments);
        const counts: number[] = [];
        for (let bin = 0; bin < moment.counts.length && place !== null; bin += 1) {
          counts.push(binAt(moments, place)?.count ?? Number.NaN);
          place = placeAfterKey(key('ArrowRight'), place, moments);
        }
        expect(counts).toEqual([...moment.counts]);
        const last = placeAfterKey(key('End'), { share: 0, ago }, moments);
        expect(place).toEqual(last);
      }
      const oldest = { share: 0.5, ago: moments.length - 1 };
      expect(placeAfterKey(key('ArrowDown'), oldest, moments)).toEqual(oldest);
      expect(placeAfterKey(key('ArrowUp'), { share: 0.5, ago: 0 }, moments)).toEqual({ share: 0.5, ago: 0 });
      expect(placeAfterKey(key('Enter'), oldest, moments)).toBeNull();
      expect(agoAt(0, moments.length)).toBe(0);
      expect(agoAt(barsHeight + pastHeight, moments.length)).toBe(moments.length - 1);
    }),
  );
});

test('the range of kernels has 0 in its middle, and what is not finite does not count', () => {
  const pictures = {
    ...{ count: 1, outOf: 1, height: 2, width: 2, channels: 1 as const },
    values: Float32Array.of(-3, 1, Number.NaN, Number.POSITIVE_INFINITY),
  };
  expect(rangeOf(pictures, true)).toEqual({ black: -3, white: 3 });
  expect(rangeOf(pictures, false)).toEqual({ black: -3, white: 1 });
});

test('a grid holds all pictures', () => {
  const pictures = { outOf: 20, height: 5, width: 4, channels: 1 as const, values: new Float32Array() };
  expect(gridSize({ ...pictures, count: 3 })).toEqual({ width: 14, height: 5 });
  expect(gridSize({ ...pictures, count: 20 })).toEqual({ width: 39, height: 17 });
});

test('of a long run as many moments are kept as can be told apart, the first and the last among them', () => {
  let kept: readonly Moment[] = [];
  const at = (step: number): Inspected => ({
    ...{ type: 'nodeInspected', requestId: 'a', node: 'conv1', step, images: 16, histograms: [] },
    ...{ filters: null, maps: null, milliseconds: 1 },
    image: {
      ...{ number: 0, outOf: 1, label: 0 },
      picture: { count: 1, outOf: 1, height: 1, width: 1, channels: 1, values: new Float32Array(1) },
    },
  });
  for (let step = 1; step <= 1000; step++) kept = withLatest(kept, at(step));
  expect(kept.length).toBeLessThanOrEqual(48);
  expect([kept[0]?.step, kept.at(-1)?.step]).toEqual([1, 1000]);
  expect(withLatest(kept, at(1000))).toHaveLength(kept.length);
  // Pictures are large, and shown of the last only.
  for (const moment of kept) expect(Object.keys(moment)).toEqual(['step', 'histograms']);
});
