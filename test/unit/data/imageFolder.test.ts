import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AdviceError } from '../../../src/engine/adviceError';
import { describeFolder, readFolder } from '../../../src/engine/data/folderDataset';
import { recogniseDataset } from '../../../src/engine/data/recognise';
import {
  type DatasetReferenceOf,
  datasetReferenceSchema,
} from '../../../src/network/datasets/datasetReference';
import { realData } from '../../realData';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'layerwise-folder-'));
});
afterAll(() => rmSync(root, { recursive: true }));

const quiet = () => {};

/** Writes a picture whose left half is of one colour and right half of another. */
async function paint(
  path: string,
  width: number,
  height: number,
  left: string,
  right: string,
): Promise<void> {
  mkdirSync(join(path, '..'), { recursive: true });
  const half = await sharp({ create: { width: width / 2, height, channels: 3, background: right } })
    .png()
    .toBuffer();
  await sharp({ create: { width, height, channels: 3, background: left } })
    .composite([{ input: half, left: width / 2, top: 0 }])
    .toFile(path);
}

/** A folder with two classes of so many pictures, 40 wide and 20 high. */
async function twoClasses(name: string, each: number): Promise<string> {
  const folder = join(root, name);
  for (let number = 0; number < each; number++) {
    await paint(join(folder, 'dark', `${number}.png`), 40, 20, '#000000', '#202020');
    await paint(join(folder, 'bright', `${number}.jpg`), 40, 20, '#ff0000', '#0000ff');
  }
  return folder;
}

describe('a folder of images', () => {
  test('is recognised, with its classes in the order of their names and a fifth of each for testing', async () => {
    const folder = await twoClasses('plain', 5);
    const reference = await recogniseDataset(folder);
    expect(datasetReferenceSchema.parse(reference)).toEqual(reference);
    expect(reference).toMatchObject({
      type: 'folder',
      height: 20,
      width: 40,
      classes: 2,
      trainingImages: 8,
      testImages: 2,
    });
    const dataset = await readFolder(await describeFolder(folder), quiet);
    expect(dataset.classNames).toEqual(['bright', 'dark']);
    expect([dataset.training.count, dataset.test.count]).toEqual([8, 2]);
    expect([...dataset.test.labels]).toEqual([0, 1]);
    expect(dataset.skipped).toEqual([]);
  });

  test('with train and test folders keeps them apart', async () => {
    const folder = join(root, 'parted');
    for (const [part, count] of [
      ['train', 3],
      ['val', 2],
    ] as const)
      for (let number = 0; number < count; number++)
        for (const name of ['2', '10'])
          await paint(join(folder, part, name, `${number}.webp`), 10, 10, '#111111', '#eeeeee');
    const reference = await describeFolder(folder);
    expect(reference).toMatchObject({ classes: 2, trainingImages: 6, testImages: 4 });
    const dataset = await readFolder(reference, quiet);
    expect(dataset.classNames).toEqual(['2', '10']);
    expect([dataset.training.count, dataset.test.count]).toEqual([6, 4]);
  });

  test.each([
    // Of 40×20, left red and right blue, 8 wide and 8 high: the whole squeezed, the whole with bars, the middle.
    [
      'stretch',
      [
        ['red', 1, 4],
        ['blue', 6, 4],
      ],
    ],
    [
      'fit',
      [
        ['black', 4, 0],
        ['red', 1, 4],
        ['blue', 6, 4],
        ['black', 4, 7],
      ],
    ],
    [
      'crop',
      [
        ['red', 1, 4],
        ['blue', 6, 4],
        ['red', 1, 0],
      ],
    ],
  ] as const)('is resized by the policy "%s"', async (resize, pixels) => {
    const folder = join(root, `resize-${resize}`);
    for (const name of ['a', 'b'])
      for (const file of ['1.png', '2.png'])
        await paint(join(folder, name, file), 40, 20, '#ff0000', '#0000ff');
    const reference: DatasetReferenceOf<'folder'> = {
      ...(await describeFolder(folder)),
      height: 8,
      width: 8,
      resize,
    };
    const { training, facts } = await readFolder(reference, quiet);
    expect(facts.imageShape).toEqual([8, 8, 3]);
    for (const [colour, x, y] of pixels) {
      const [red = 0, green = 0, blue = 0] = training.pixels.subarray((y * 8 + x) * 3, (y * 8 + x) * 3 + 3);
      expect(
        [red > 200, green > 200, blue > 200],
        `${colour} at ${x}, ${y}: ${red} ${green} ${blue}`,
      ).toEqual([colour === 'red', false, colour === 'blue']);
    }
  });

  test('in grey has one channel', async () => {
    const reference = { ...(await describeFolder(await twoClasses('grey', 2))), colour: false };
    const { facts, training } = await readFolder(reference, quiet);
    expect(facts.imageShape).toEqual([20, 40, 1]);
    expect(training.pixels).toHaveLength(2 * 20 * 40);
  });

  test('with broken and foreign files leaves them out, by name and with the reason', async () => {
    const folder = await twoClasses('broken', 4);
    const whole = readFileSync(join(folder, 'bright', '0.jpg'));
    writeFileSync(join(folder, 'bright', 'cut.jpg'), whole.subarray(0, whole.length / 2));
    writeFileSync(join(folder, 'dark', 'empty.png'), '');
    writeFileSync(join(folder, 'dark', 'page.png'), '<!doctype html>');
    writeFileSync(join(folder, 'dark', 'notes.txt'), 'not an image');
    writeFileSync(join(folder, 'dark', '.hidden'), '');
    const told: number[] = [];
    const dataset = await readFolder(await describeFolder(folder), (share) => told.push(share));
    expect(dataset.training.count + dataset.test.count).toBe(8);
    expect(dataset.skipped.map(({ name }) => name).sort()).toEqual([
      'bright/cut.jpg',
      'dark/empty.png',
      'dark/notes.txt',
      'dark/page.png',
    ]);
    for (const { reason } of dataset.skipped)
      expect(reason).toMatch(/^(can't be decoded: \S|is not an image)/);
    expect(told.at(-1)).toBe(1);
  });

  test('is split alike each time, and another way with another seed', async () => {
    const reference = { ...(await describeFolder(await twoClasses('split', 10))), height: 2, width: 2 };
    const first = await readFolder(reference, quiet);
    expect((await readFolder(reference, quiet)).files).toEqual(first.files);
    expect(first.test.count).toBe(4);
  });

  test.each<[string, () => Promise<unknown> | unknown, RegExp]>([
    ['that is not there', () => describeFolder(join(root, 'nowhere')), /There is no folder/],
    ['without classes', () => describeFolder(mkdtempSync(join(root, 'empty-'))), /has no folders of images/],
    [
      'with a class that is empty',
      async () => {
        const folder = await twoClasses('hollow', 2);
        mkdirSync(join(folder, 'nothing'));
        return describeFolder(folder);
      },
      /nothing has no images/,
    ],
    [
      'with other classes than before',
      async () => {
        const reference = await describeFolder(await twoClasses('grown', 2));
        await paint(join(root, 'grown', 'third', '1.png'), 10, 10, '#000000', '#ffffff');
        return readFolder(reference, quiet);
      },
      /has 3 classes now, and the project was made for 2/,
    ],
    [
      'that would take too much memory',
      async () => {
        const folder = await twoClasses('large', 2);
        for (let number = 2; number < 700; number++)
          linkSync(join(folder, 'dark', '0.png'), join(folder, 'dark', `${number}.png`));
        const reference = await describeFolder(folder);
        return readFolder({ ...reference, height: 1024, width: 1024 }, quiet);
      },
      /take \d+\.\d GiB of memory; 2 GiB is the limit/,
    ],
  ])('%s is refused with a sentence', async (_, make, message) => {
    const error: unknown = await Promise.resolve()
      .then(make)
      .catch((caught: unknown) => caught);
    if (!(error instanceof AdviceError)) throw new Error(`It was read: ${String(error)}`);
    expect(error.message).toMatch(message);
    expect(error.advice).toMatch(/\.$/);
  });
});

const signs = realData('sign-digits', 'sign-digits.tar.gz');
test.skipIf(signs === null)('the sign photographs are ten classes of 2,062 images', async () => {
  const folder = join(root, 'signs');
  mkdirSync(folder);
  execFileSync('tar', ['xzf', signs ?? '', '-C', folder]);
  const reference = await describeFolder(join(folder, 'Dataset'));
  expect(reference).toMatchObject({
    height: 96,
    width: 96,
    classes: 10,
    trainingImages: 1651,
    testImages: 411,
  });
  const dataset = await readFolder({ ...reference, height: 24, width: 24 }, quiet);
  expect(dataset.classNames).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
  expect([dataset.training.count, dataset.test.count, dataset.skipped]).toEqual([1651, 411, []]);
});
