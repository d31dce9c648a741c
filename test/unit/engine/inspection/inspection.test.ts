import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histogram } from '../../../../src/engine/inspection/histogram';
import { filterPictures, imagePicture, mapPictures } from '../../../../src/engine/inspection/pictures';
import { inspectionLimits } from '../../../../src/protocol/inspectionMessages';

const values = fc.float32Array({ minLength: 1, maxLength: 300 });
const counting = (length: number) => Float32Array.from({ length }, (_, index) => index);

describe('a histogram', () => {
  test('counts every value once, and none outside of its range', () => {
    fc.assert(
      fc.property(values, (given) => {
        const { low, high, counts, below, above, notFinite } = histogram(given);
        const finite = given.filter(Number.isFinite);
        expect(notFinite).toBe(given.length - finite.length);
        expect(counts).toHaveLength(inspectionLimits.bins);
        expect(counts.reduce((sum, count) => sum + count, below + above)).toBe(finite.length);
        expect(below).toBe(finite.filter((value) => value < low).length);
        expect(above).toBe(finite.filter((value) => value > high).length);
      }),
    );
  });

  test('scales with the values', () => {
    const given = counting(1000).map((index) => Math.sin(index));
    const [plain, scaled] = [histogram(given), histogram(given.map((value) => value * 2 ** -60))];
    expect(scaled.counts).toEqual(plain.counts);
    expect(scaled.high / 2 ** -60).toBeCloseTo(plain.high, 6);
  });

  test('of equal values has them in one bin within its range', () => {
    for (const value of [0, -10, 1e-30, 3e30]) {
      const { low, high, counts } = histogram(new Float32Array(50).fill(value));
      expect(low).toBeLessThan(Math.fround(value) || 1e-9);
      expect(high).toBeGreaterThan(Math.fround(value));
      expect(Math.max(...counts)).toBe(50);
    }
  });

  test('far values are counted and do not squeeze the others', () => {
    const given = Float32Array.from({ length: 10_000 }, (_, index) => Math.sin(index));
    given[3] = 1e6;
    given[5] = -1e7;
    const { below, above, counts } = histogram(given);
    expect([below, above]).toEqual([1, 1]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(9_998);
  });
});

describe('pictures', () => {
  test('of kernels that see three channels are in colour', () => {
    const shape = [2, 2, 3, 4];
    const pictures = filterPictures({ kind: 'conv2d' }, { shape, values: counting(48) });
    expect(pictures).toMatchObject({ count: 4, outOf: 4, height: 2, width: 2, channels: 3 });
    // Filter 1, pixel 2, its three channels: (pixel · 3 + channel) · 4 + filter.
    expect([...(pictures?.values.slice(12 + 6, 12 + 9) ?? [])]).toEqual([25, 29, 33]);
  });

  test('of deeper kernels are means over the channels that they see', () => {
    const pictures = filterPictures({ kind: 'conv2d' }, { shape: [1, 2, 2, 2], values: counting(8) });
    expect([...(pictures?.values ?? [])]).toEqual([1, 5, 2, 6]);
  });

  test('of depthwise kernels are one for each output', () => {
    const kernel = { shape: [1, 2, 2, 2], values: counting(8) };
    const pictures = filterPictures({ kind: 'depthwiseConv2d' }, kernel);
    expect(pictures?.count).toBe(4);
    expect([...(pictures?.values ?? [])]).toEqual([0, 4, 1, 5, 2, 6, 3, 7]);
  });

  test('are not made of 1×1 kernels, of other layers, nor of vectors', () => {
    expect(filterPictures({ kind: 'conv2d' }, { shape: [1, 1, 2, 2], values: counting(4) })).toBeNull();
    expect(filterPictures({ kind: 'dense' }, { shape: [2, 2], values: counting(4) })).toBeNull();
    expect(mapPictures([10], counting(10))).toBeNull();
    expect(mapPictures([4, 4, 2], null)).toBeNull();
  });

  test('of outputs are one for each channel, the first 64, at most 64 pixels wide', () => {
    expect([...(mapPictures([1, 2, 2], counting(4))?.values ?? [])]).toEqual([0, 2, 1, 3]);
    const large = mapPictures([130, 100, 70], counting(130 * 100 * 70));
    expect(large).toMatchObject({ count: 64, outOf: 70, height: 44, width: 34 });
    expect(large?.values[34]).toBe(3 * 100 * 70);
  });

  test('of images have their colours', () => {
    const picture = imagePicture([1, 2, 3], counting(6));
    expect(picture).toMatchObject({ count: 1, height: 1, width: 2, channels: 3 });
    expect([...picture.values]).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
