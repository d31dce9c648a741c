import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { unzipSync } from 'fflate';
import { AdviceError } from '../adviceError';
import type { DatasetFile } from './dataset';
import { type NumpyArray, readNumpyArray } from './numpyArray';
import { readBytes } from './readBytes';

/** Content of all arrays that are read together, in bytes: 2 GiB. */
const largestArray = 2 * 1024 ** 3;

const remedy =
  'Write it with NumPy: np.savez("data.npz", x_train=…, y_train=…, x_test=…, y_test=…), images as N×H×W×C and labels as N whole numbers.';

/** The arrays that a dataset is made of; without those of a test set where the file has none. */
export interface DatasetArrays {
  readonly training: { readonly images: NamedArray; readonly labels: NamedArray };
  readonly test: { readonly images: NamedArray; readonly labels: NamedArray } | null;
  readonly files: readonly DatasetFile[];
}

/** An array, and how people find it. */
export interface NamedArray {
  readonly place: string;
  readonly array: NumpyArray;
}

/** Names of arrays that usual datasets have, by what they hold. */
const trainingNames = [
  ['x_train', 'y_train'],
  ['X_train', 'y_train'],
  ['train_images', 'train_labels'],
  ['images', 'labels'],
  ['x', 'y'],
  ['X', 'y'],
  ['data', 'labels'],
  ['arr_0', 'arr_1'],
] as const;
const testNames = [
  ['x_test', 'y_test'],
  ['X_test', 'y_test'],
  ['test_images', 'test_labels'],
] as const;

/** Reads a .npz archive, or a pair of .npy files. Throws an AdviceError where that can't be done. */
export async function readArrays(path: string, labelsPath: string | undefined): Promise<DatasetArrays> {
  if (labelsPath === undefined && /\.npy$/i.test(path))
    throw new AdviceError(
      `${path} holds images without their labels.`,
      'Name a second .npy file with the labels too, or a .npz archive with both.',
    );
  if (labelsPath !== undefined) return readPair(path, labelsPath);
  const { bytes, file } = await readBytes(path, remedy, await sizeOf(path));
  const arrays = unpack(path, bytes);
  const find = (names: readonly (readonly [string, string])[]) => {
    const found = names.find(([images, labels]) => arrays.has(images) && arrays.has(labels));
    if (found === undefined) return null;
    const [images, labels] = found.map((name) =>
      parse(`${path}, ${name}`, arrays.get(name) ?? new Uint8Array()),
    );
    return images && labels ? { images, labels } : null;
  };
  const training = find(trainingNames);
  if (training === null)
    throw new AdviceError(
      `${path} has the arrays ${[...arrays.keys()].join(', ') || 'none'}, but not images and labels by names that are known (${trainingNames.map((pair) => pair.join(' and ')).join('; ')}).`,
      remedy,
    );
  return { training, test: find(testNames), files: [file] };
}

async function readPair(path: string, labelsPath: string): Promise<DatasetArrays> {
  const [images, labels] = [
    await readBytes(path, remedy, largestArray),
    await readBytes(labelsPath, remedy, largestArray),
  ];
  return {
    training: { images: parse(path, images.bytes), labels: parse(labelsPath, labels.bytes) },
    test: null,
    files: [images.file, labels.file],
  };
}

function parse(place: string, bytes: Uint8Array): NamedArray {
  const array = readNumpyArray(bytes);
  if ('fault' in array) throw new AdviceError(`${place} ${array.fault}.`, remedy);
  return { place, array };
}

/** The arrays of an archive by name; what is not an array is passed over. */
function unpack(path: string, bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  let total = 0;
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.npy$/i.test(name)) return false;
        total += originalSize;
        if (total <= largestArray) return true;
        const what =
          originalSize > largestArray ? `${path}, ${basename(name)} has` : `The arrays of ${path} have`;
        throw new AdviceError(`${what} more than 2 GiB.`, 'Take fewer images, or smaller ones.');
      },
    });
    return new Map(Object.entries(entries).map(([name, content]) => [name.replace(/\.npy$/i, ''), content]));
  } catch (cause) {
    if (cause instanceof AdviceError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AdviceError(`${path} is not a whole .npz archive (${reason}).`, remedy, { cause });
  }
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found !== null && found.size > largestArray)
    throw new AdviceError(`${path} has more than 2 GiB.`, 'Take fewer images, or smaller ones.');
  return largestArray;
}

/** What to do about arrays that don't fit. */
export const arraysRemedy = remedy;
