import { zipSync } from 'fflate';
import { numpyBytes } from '../../unit/data/numpyBytes';
import type { FuzzRandom } from '../campaign/fuzzRandom';
import { hostileTexts } from '../mutations/hostileValues';
import type { DatasetSample } from './datasetSample';

const numpyTypes = [
  '|u1',
  '|u1',
  '|u1',
  '<f4',
  '>f4',
  '<f8',
  '<i8',
  '>i4',
  '<u2',
  '|b1',
  '|O',
  '<c8',
  '<f2',
  '|S1',
  '|V8',
] as const;

function numpyFile(random: FuzzRandom, shape: readonly number[], labels: boolean): Uint8Array {
  const type = random.oneIn(2) ? '|u1' : random.pick(numpyTypes);
  const claimed = random.oneIn(6)
    ? shape.map((extent) => (random.oneIn(2) ? extent : random.pick([0, 1, 2 ** 31, 1e15])))
    : shape;
  const count = shape.reduce((product, extent) => product * extent, 1);
  const length = Math.min(count * Number(type.slice(2) || 8), 100_000);
  const content =
    labels && random.oneIn(2) ? new Uint8Array(length).map((_, place) => place % 3) : random.bytes(length);
  const whole = numpyBytes(type, claimed, content, random.oneIn(5));
  if (!random.oneIn(4)) return whole;
  // The header is text: a few letters of it make another one.
  const changed = whole.slice();
  const place = 10 + random.below(100);
  changed.set(
    new TextEncoder().encode(
      random.pick([' ', ',', '(', ')', '1', "'", '9 9', '-', '<', 'f8', 'True', '\u0000']),
    ),
    place,
  );
  return changed;
}

function imageShape(random: FuzzRandom, count: number): readonly number[] {
  const side = () => random.pick([1, 2, 5, 8]);
  return random.pick<readonly number[]>([
    [count, side(), side()],
    [count, side(), side(), random.pick([1, 3, 4, 17])],
    [count, random.pick([1, 3]), side(), side()],
    [count],
    [],
    [1, 1, 1, 1, 1, 1, 1, 1, 1],
  ]);
}

function labelShape(random: FuzzRandom, count: number): readonly number[] {
  return random.pick<readonly number[]>([[count], [count], [count, 1], [count, 3], [count + 1], []]);
}

/** Images and labels, each in a file. */
export function numpyPair(random: FuzzRandom): DatasetSample {
  const count = random.between(1, 12);
  const files = [
    { path: 'images.npy', bytes: numpyFile(random, imageShape(random, count), false) },
    { path: 'labels.npy', bytes: numpyFile(random, labelShape(random, count), true) },
  ];
  return { files, chosen: 'images.npy', reference: arraysReference(count) };
}

type Names = readonly [images: string, labels: string];

const trainingNames = [
  ['x_train', 'y_train'],
  ['images', 'labels'],
  ['arr_0', 'arr_1'],
  ['X', 'y'],
] as const;
const testNames = [
  ['x_test', 'y_test'],
  ['test_images', 'test_labels'],
  ['a', 'b'],
] as const;

/** Images and labels under names that are known, and some that are not. */
export function numpyArchive(random: FuzzRandom): DatasetSample {
  const entries: Record<string, Uint8Array> = {};
  for (const [images, labels] of [random.pick<Names>(trainingNames), random.pick<Names>(testNames)]) {
    const count = random.between(1, 12);
    entries[`${images}.npy`] = numpyFile(random, imageShape(random, count), false);
    entries[`${labels}.npy`] = numpyFile(random, labelShape(random, count), true);
  }
  if (random.oneIn(4)) entries[random.pick(hostileTexts) || 'x.npy'] = random.bytes(20);
  const bytes = zipSync(entries, { level: random.pick([0, 6]) });
  return { files: [{ path: 'data.npz', bytes }], chosen: 'data.npz', reference: arraysReference(10) };
}

/** How a project names arrays with so many images, more or less. */
export function arraysReference(count: number): Record<string, unknown> {
  return {
    type: 'arrays',
    path: '',
    ...{ height: 5, width: 5, channels: 1 },
    ...{ testShare: 0.2, splitSeed: 1 },
    ...{ classes: 3, trainingImages: count, testImages: 1 },
  };
}
