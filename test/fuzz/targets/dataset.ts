import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { previewDataset } from '../../../src/engine/data/previewDataset';
import { readDataset } from '../../../src/engine/data/readDataset';
import { recogniseDataset } from '../../../src/engine/data/recognise';
import { noAugmentation } from '../../../src/network/datasets/augmentation';
import {
  type DatasetReference,
  datasetReferenceSchema,
} from '../../../src/network/datasets/datasetReference';
import { datasetPreviewSchema } from '../../../src/protocol/datasetMessages';
import type { FuzzRandom } from '../campaign/fuzzRandom';
import type { FuzzTarget } from '../campaign/fuzzTarget';
import { acceptsOrAdvises, checkSentence, FuzzFailure } from '../campaign/judgement';
import { mutateBytes } from '../mutations/bytes';
import { mutateJson } from '../mutations/json';
import type { DatasetFile } from './datasetSample';
import { openDatasetSamples, sampleDataset } from './datasetSamples';

interface DatasetInput {
  readonly files: readonly DatasetFile[];
  /** The file or folder that is chosen, within the folder of the files. */
  readonly chosen: string;
  /** How it is read where it is not recognised first: the `path` of it is the chosen one's. */
  readonly reference: unknown;
}

let folder = '';

/** Files of datasets: recognised, read and shown. */
export const datasetTarget: FuzzTarget<DatasetInput> = {
  name: 'dataset',
  about: 'dataset files: IDX, CIFAR (.bin, .bin.gz, .tar.gz), NumPy (.npy, .npz), folders of images',
  weight: 12,
  secondsPerInput: 60,
  shortInputs: 200,
  async open(own) {
    folder = join(own, 'data');
    await openDatasetSamples();
  },
  generate(random) {
    const { files, chosen, reference } = sampleDataset(random);
    const whole = random.oneIn(2);
    return {
      files: files.map((file) => (!whole && random.oneIn(3) ? damaged(random, file, files) : file)),
      chosen,
      reference: random.oneIn(3) ? mutateJson(random, reference) : random.oneIn(3) ? reference : null,
    };
  },
  async feed({ files, chosen, reference }) {
    writeFiles(files);
    const path = join(folder, chosen);
    const named = datasetReferenceSchema.safeParse(withPath(reference, path));
    try {
      return (await acceptsOrAdvises(() => read(path, named.success ? named.data : null), quoted(files)))
        ? 'accepted'
        : 'refused';
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function read(path: string, named: DatasetReference | null): Promise<void> {
  const reference = named ?? (await recogniseDataset(path));
  if (!isDeepStrictEqual(datasetReferenceSchema.parse(reference), reference))
    throw new FuzzFailure('What was recognised can not be kept in a project.');
  // Made from a seed, or the published one: nothing of it comes from these files.
  if (reference.type === 'synthetic' || reference.type === 'mnist') return;
  const dataset = await readDataset(reference);
  const preview = previewDataset(reference, dataset, {
    augmentation: { ...noAugmentation, flip: true },
    seed: 1,
    step: 0,
  });
  datasetPreviewSchema.parse(preview);
  for (const { name, reason } of dataset.skipped) checkSentence(reason, `The reason why ${name} is left out`);
  const { training, test } = dataset;
  for (const { count, labels } of [training, test])
    if (labels.length !== count || labels.some((label) => label >= dataset.classNames.length))
      throw new FuzzFailure('A dataset has labels without a class.');
  if ([...preview.means, ...preview.deviations].some((value) => !Number.isFinite(value)))
    throw new FuzzFailure('The statistics of a dataset are not finite.');
}

function damaged(random: FuzzRandom, file: DatasetFile, all: readonly DatasetFile[]): DatasetFile {
  if (file.bytes === null) return file;
  const other = random.pickAny(all)?.bytes ?? file.bytes;
  return { ...file, bytes: mutateBytes(random, file.bytes, other) };
}

function writeFiles(files: readonly DatasetFile[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { path, bytes } of files) {
    const place = join(folder, path);
    try {
      mkdirSync(dirname(place), { recursive: true });
      if (bytes === null) symlinkSync('.', place);
      else writeFileSync(place, bytes);
    } catch (error) {
      // A name that this file system does not take, or that two files have.
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }
}

function withPath(reference: unknown, path: string): unknown {
  if (typeof reference !== 'object' || reference === null) return reference;
  return 'path' in reference ? { ...reference, path } : reference;
}

function quoted(files: readonly DatasetFile[]): string {
  const decoder = new TextDecoder('latin1');
  return files.map(({ path, bytes }) => `${path} ${decoder.decode(bytes?.subarray(0, 4096))}`).join('\n');
}
