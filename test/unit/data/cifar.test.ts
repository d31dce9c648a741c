import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { AdviceError } from '../../../src/engine/adviceError';
import { readCifar } from '../../../src/engine/data/cifar';
import { type CifarName, readCifarRecords, recordBytes } from '../../../src/engine/data/cifarRecords';
import type { LoadedDataset } from '../../../src/engine/data/dataset';
import { recogniseDataset } from '../../../src/engine/data/recognise';
import { datasetFacts } from '../../../src/network/datasets/datasetFacts';
import { realData } from '../../realData';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-cifar-'));
  vi.stubEnv('LAYERWISE_DATASETS', folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

/** Records whose every byte is known: the label is the number of the image, a pixel tells channel, row and column. */
function records(name: CifarName, count: number): Uint8Array {
  const size = recordBytes(name);
  const bytes = new Uint8Array(count * size);
  for (let image = 0; image < count; image++) {
    const labels = size - 3072;
    bytes.fill(image % 10, image * size, image * size + labels);
    for (let value = 0; value < 3072; value++) bytes[image * size + labels + value] = pixelAt(image, value);
  }
  return bytes;
}

function pixelAt(image: number, planar: number): number {
  return (image * 7 + planar * 13 + Math.floor(planar / 1024) * 31) % 256;
}

async function archive(entries: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  const tar = pack();
  for (const [name, content] of Object.entries(entries)) tar.entry({ name }, Buffer.from(content));
  tar.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of tar) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return gzipSync(Buffer.concat(chunks));
}

describe.each<CifarName>(['cifar-10', 'cifar-100'])('records of %s', (name) => {
  test('become images with channels last, and their classes', () => {
    const read = readCifarRecords(name, records(name, 3));
    if ('fault' in read) throw new Error(read.fault);
    expect([...read.labels]).toEqual([0, 1, 2]);
    for (const [row, column, channel] of [
      [0, 0, 0],
      [0, 31, 2],
      [17, 4, 1],
      [31, 31, 2],
    ] as const)
      expect(read.pixels[2 * 3072 + (row * 32 + column) * 3 + channel]).toBe(
        pixelAt(2, channel * 1024 + row * 32 + column),
      );
  });

  test.each([
    ['cut off', (bytes: Uint8Array) => bytes.subarray(0, -1), /not a whole number of images/],
    ['empty', () => new Uint8Array(), /is empty/],
    ['with a label that is none', (bytes: Uint8Array) => bytes.with(0, 250), /the label 250 at image 1/],
  ])('%s give a sentence', (_, damage, fault) => {
    expect(readCifarRecords(name, damage(records(name, 2)))).toEqual({ fault: expect.stringMatching(fault) });
  });

  test('are read from the archive, a folder of files, and one file, to the same images', async () => {
    const [training, testing] = [records(name, 20), records(name, 10)];
    const place = join(folder, name);
    const archived = `${place}.tar.gz`;
    const entries = {
      'x/batches.meta.txt': new Uint8Array(9),
      'x/data_batch_1.bin': training,
      'x/test_batch.bin': testing,
    };
    writeFileSync(archived, await archive(entries));
    const files = mkdtempSync(`${place}-`);
    writeFileSync(join(files, 'data_batch_1.bin.gz'), gzipSync(training));
    writeFileSync(join(files, 'test_batch.bin'), testing);
    const read = [archived, files, join(files, 'data_batch_1.bin.gz')].map((path) => readCifar(name, path));
    const [first, ...others] = await Promise.all(read);
    expect([first?.facts.trainingImages, first?.facts.testImages]).toEqual([20, 10]);
    for (const other of others) {
      expect(other.training).toEqual(first?.training);
      expect(other.test).toEqual(first?.test);
    }
  });

  test('without a test file keep a tenth of each class for it', async () => {
    const path = join(folder, `${name}-alone.bin`);
    writeFileSync(path, records(name, 100));
    const alone = mkdtempSync(join(folder, 'alone-'));
    writeFileSync(join(alone, 'train.bin'), records(name, 100));
    const { training, test: held } = await readCifar(name, alone);
    expect([training.count, held.count]).toEqual([90, 10]);
    expect([...held.labels].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('an archive that is', () => {
  test.each<[string, (whole: Uint8Array) => Uint8Array, RegExp]>([
    ['cut off', (whole) => whole.subarray(0, whole.length - 300), /is cut off/],
    ['no archive', () => new TextEncoder().encode('<!doctype html>'), /not in the form of gzip/],
    ['garbled inside', (whole) => gzipSync(gunzipSync(whole).fill(7, 0, 512)), /can't be read/],
    ['without images', () => gzipSync(new Uint8Array(1024)), /has no training images/],
  ])('%s gives a sentence with its path', async (name, damage, message) => {
    const path = join(folder, `${name}.tar.gz`);
    const random = Uint8Array.from(
      { length: recordBytes('cifar-10') },
      (_, place) => (place * place * 31) % 9,
    );
    writeFileSync(path, damage(await archive({ 'data_batch_1.bin': random })));
    const error: unknown = await readCifar('cifar-10', path).catch((caught: unknown) => caught);
    if (!(error instanceof AdviceError)) throw new Error(`The damage went unnoticed: ${String(error)}`);
    expect(error.message).toMatch(message);
    expect(error.message).toContain(path);
    expect(error.advice).toContain('cifar-10-binary.tar.gz');
  });
});

const real = realData('cifar10');
describe.skipIf(real === null)('the real images', () => {
  let dataset: LoadedDataset;
  beforeAll(async () => {
    dataset = await readCifar('cifar-10', real ?? '');
  });

  test('are 4,000 and 1,000 of ten classes', () => {
    expect([dataset.training.count, dataset.test.count]).toEqual([4000, 1000]);
    expect(dataset.classNames[6]).toBe('frog');
    const counts = Array.from(
      { length: 10 },
      (_, label) => dataset.training.labels.filter((l) => l === label).length,
    );
    expect(Math.min(...counts)).toBeGreaterThan(350);
  });

  test('are those of the file, pixel for pixel, and its digest is noted', async () => {
    const bytes = gunzipSync(await readFile(join(real ?? '', 'test-1000.bin.gz')));
    for (const [image, row, column, channel] of [
      [0, 0, 0, 0],
      [1, 5, 30, 1],
      [999, 31, 31, 2],
    ] as const) {
      const stored = bytes[image * 3073 + 1 + channel * 1024 + row * 32 + column];
      expect(dataset.test.pixels[image * 3072 + (row * 32 + column) * 3 + channel]).toBe(stored);
      expect(dataset.test.labels[image]).toBe(bytes[image * 3073]);
    }
    // The first image of data_batch_1 is a frog that begins with the colour (59, 62, 63); that of test_batch is a cat.
    expect([...dataset.training.pixels.subarray(0, 3)]).toEqual([59, 62, 63]);
    expect([dataset.training.labels[0], dataset.test.labels[0]]).toEqual([6, 3]);
    expect(dataset.files.map(({ name }) => name)).toEqual(['test-1000.bin.gz', 'train-4000.bin.gz']);
  });

  test('are recognised by their files, and told to be fewer than published', async () => {
    const reference = await recogniseDataset(join(real ?? '', 'train-4000.bin.gz'));
    expect(reference).toMatchObject({ type: 'cifar-10', trainingImages: 4000, testImages: 1000 });
    expect(datasetFacts(reference)).toMatchObject({ trainingImages: 4000, imageShape: [32, 32, 3] });
    expect(await recogniseDataset(real ?? '')).toMatchObject({ type: 'cifar-10', path: real });
  });

  test('have about the mean and deviation that are published for all of them', () => {
    const { means, deviations } = dataset.statistics;
    for (const [channel, mean] of [0.4914, 0.4822, 0.4465].entries())
      expect(Math.abs((means[channel] ?? 0) - mean)).toBeLessThan(0.01);
    for (const [channel, deviation] of [0.247, 0.2435, 0.2616].entries())
      expect(Math.abs((deviations[channel] ?? 0) - deviation)).toBeLessThan(0.01);
  });
});
