import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataFacts } from '../../../../src/renderer/diagnosis/dataFacts';

const byte = fc.integer({ min: 0, max: 255 });
const channel = fc.array(byte, { minLength: 4, maxLength: 4 });

describe('what is known of the images', () => {
  it('has the deviation of all values, whatever the channels’ means are', () => {
    fc.assert(
      fc.property(fc.array(channel, { minLength: 1, maxLength: 4 }), (channels) => {
        const statistics = {
          trainingCounts: Int32Array.of(1, 1),
          means: channels.map(mean),
          deviations: channels.map(deviation),
        };
        const { inputMean, inputDeviation } = dataFacts(statistics, 'none');
        expect(inputMean).toBeCloseTo(mean(channels.flat()), 9);
        expect(inputDeviation).toBeCloseTo(deviation(channels.flat()), 9);
      }),
    );
  });

  it('tells the shares of the largest and the smallest class, and that standardised images are so', () => {
    const statistics = { trainingCounts: Int32Array.of(60, 30, 10), means: [0.1], deviations: [0.3] };
    expect(dataFacts(statistics, 'channel')).toEqual({
      largestClassShare: 0.6,
      smallestClassShare: 0.1,
      inputMean: 0,
      inputDeviation: 1,
    });
  });
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}
