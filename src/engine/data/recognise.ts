import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { datasetFacts } from '../../network/datasets/datasetFacts';
import type { DatasetReference } from '../../network/datasets/datasetReference';
import { AdviceError } from '../adviceError';
import { openArrays } from './arrays';
import { isCifarPart, readCifar } from './cifar';
import { type CifarName, recordBytes } from './cifarRecords';
import { describeFolder } from './folderDataset';

const forms =
  'Name a folder with a folder of images for each class, a .npz archive of NumPy, a file or folder of CIFAR’s binary version (cifar-10-binary.tar.gz, .bin, .bin.gz), or a folder with the IDX files of Fashion-MNIST.';

/** The dataset that is at a path, described in full. Throws an AdviceError where there is none that can be read. */
export async function recogniseDataset(path: string): Promise<DatasetReference> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new AdviceError(`There is no file or folder ${path}.`, forms);
  if (found.isDirectory()) return recogniseFolder(path);
  if (/\.npz$/i.test(path)) return (await openArrays({ path, testShare: 0.2, splitSeed: 1 })).reference;
  if (/\.npy$/i.test(path)) return recogniseArray(path);
  if (/cifar-?100/i.test(path)) return describeCifar('cifar-100', path);
  if (/\.t(ar\.)?gz$/i.test(path)) return describeCifar('cifar-10', path);
  if (isCifarPart(path)) return describeCifar(await cifarOf([path]), path);
  if (/idx[13]-ubyte(\.gz)?$/i.test(path)) return { type: 'fashion-mnist', path };
  throw new AdviceError(`${path} is no dataset by its name.`, forms);
}

async function recogniseFolder(path: string): Promise<DatasetReference> {
  const names = await readdir(path);
  const parts = names.filter(isCifarPart);
  if (parts.length > 0)
    return describeCifar(await cifarOf([...parts.map((name) => join(path, name)), path]), path);
  if (names.some((name) => /^train-images-idx3-ubyte(\.gz)?$/.test(name)))
    return { type: 'fashion-mnist', path };
  return describeFolder(path);
}

/** With the number of images, where it is not the published one. */
async function describeCifar(type: CifarName, path: string): Promise<DatasetReference> {
  const whole = datasetFacts({ type });
  const { trainingImages, testImages } = (await readCifar(type, path)).facts;
  const all = trainingImages === whole.trainingImages && testImages === whole.testImages;
  return all ? { type, path } : { type, path, trainingImages, testImages };
}

/** By the names of the files, or by the size of one that is not compressed: records differ by one byte. */
async function cifarOf(paths: readonly string[]): Promise<CifarName> {
  if (paths.some((path) => /cifar-?100|[\\/](train|test)\.bin(\.gz)?$/i.test(path))) return 'cifar-100';
  for (const path of paths) {
    const size = (await stat(path)).size;
    if (/\.bin$/i.test(path) && size % recordBytes('cifar-10') !== 0 && size % recordBytes('cifar-100') === 0)
      return 'cifar-100';
  }
  return 'cifar-10';
}

/** Images in one file, and labels beside it under the name with "labels" or "y" in place of "images" or "x". */
async function recogniseArray(path: string): Promise<DatasetReference> {
  const candidates = [path.replace(/images(?=[^\\/]*$)/i, 'labels'), path.replace(/x(?=[^\\/]*$)/i, 'y')];
  for (const labelsPath of candidates)
    if (labelsPath !== path && (await stat(labelsPath).catch(() => null)) !== null)
      return (await openArrays({ path, labelsPath, testShare: 0.2, splitSeed: 1 })).reference;
  throw new AdviceError(
    `${path} holds images without labels, and there is no file of labels beside it.`,
    'Put the labels beside it, as labels.npy for images.npy or y.npy for x.npy.',
  );
}
