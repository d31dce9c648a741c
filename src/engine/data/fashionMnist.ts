import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { datasetFacts } from '../../network/datasets/datasetFacts';
import { AdviceError } from '../adviceError';
import { channelStatistics } from './channelStatistics';
import { clothesNames } from './classNames';
import type { DatasetFile, LabelledImages, LoadedDataset } from './dataset';
import { readIdx } from './idx';
import { readBytes } from './readBytes';

const remedy =
  'Choose a folder with the four files train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte, each with or without .gz, as github.com/zalandoresearch/fashion-mnist and Debian’s dataset-fashion-mnist have them.';

/** Above the largest file, which is the training images' with 45 MiB. */
const largestFile = 64 * 1024 ** 2;

/**
 * Reads Fashion-MNIST from a folder with its four IDX files, or from one of them and its neighbours. Throws an
 * AdviceError where a file is missing or broken.
 */
export async function readFashionMnist(path: string): Promise<LoadedDataset> {
  const folder = await folderOf(path);
  const facts = datasetFacts({ type: 'fashion-mnist' });
  const files: DatasetFile[] = [];
  const read = async (name: string, dimensions: readonly number[]): Promise<Uint8Array> => {
    const found = (await readdir(folder)).find((file) => file === name || file === `${name}.gz`);
    if (found === undefined) throw new AdviceError(`${join(folder, name)} is missing.`, remedy);
    const { bytes, file } = await readBytes(join(folder, found), remedy, largestFile);
    const content = readIdx(bytes, dimensions);
    if ('fault' in content) throw new AdviceError(`${join(folder, found)} ${content.fault}.`, remedy);
    files.push(file);
    return content.values;
  };
  const images = async (part: string, count: number): Promise<LabelledImages> => ({
    count,
    pixels: await read(`${part}-images-idx3-ubyte`, [count, 28, 28]),
    labels: labels(await read(`${part}-labels-idx1-ubyte`, [count]), `${part}-labels-idx1-ubyte`),
  });
  const labels = (values: Uint8Array, name: string): Uint8Array => {
    const wrong = values.find((label) => label >= facts.classes);
    if (wrong !== undefined)
      throw new AdviceError(`${join(folder, name)} has the label ${wrong}, where 9 is the largest.`, remedy);
    return values;
  };
  const training = await images('train', facts.trainingImages);
  return {
    facts,
    classNames: clothesNames,
    statistics: channelStatistics(training, 1),
    training,
    test: await images('t10k', facts.testImages),
    files,
    skipped: [],
  };
}

async function folderOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (found === null)
    throw new AdviceError(`There is no folder ${path}, where Fashion-MNIST should be.`, remedy);
  return found.isDirectory() ? path : dirname(path);
}
