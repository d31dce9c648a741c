import { setImmediate as nextTurn } from 'node:timers/promises';
import { datasetFacts } from '../../network/datasets/datasetFacts';
import type { DatasetReferenceOf } from '../../network/datasets/datasetReference';
import { AdviceError } from '../adviceError';
import { randomStream } from '../randomStreams';
import { channelStatistics } from './channelStatistics';
import { type LabelledImages, type LoadedDataset, pixelsPerImage, sharedBytes } from './dataset';

type Synthetic = DatasetReferenceOf<'synthetic'>;

/** Grey, and how far one standard deviation of a pattern is from it: 3 of them stay within a byte. */
const middle = 127.5;
const amplitude = 30;
/** Patterns are coarse, of squares with so many pixels a side, so that convolutions and pooling can keep them. */
const grain = 4;

/** Images and patterns of one dataset, in bytes: 2 GiB. */
const mostBytes = 2 * 1024 ** 3;
/** Others have their turn after so many values: some ten milliseconds. */
const valuesPerTurn = 500_000;

/**
 * A dataset made from its seed, the same on every machine. With `patterns`, each class has a picture of standardised
 * random squares, and its images are that picture under noise. With `noise`, pixels are uniform and labels random: a
 * network that is only looked at, as at initialisation, sees every value, and one that learns can only learn by heart.
 * Throws an AdviceError where that takes too much memory. `onProgress` hears which share is done, and may throw to stop.
 */
export async function makeSynthetic(
  reference: Synthetic,
  onProgress: (share: number) => void = () => {},
): Promise<LoadedDataset> {
  const facts = datasetFacts(reference);
  const { classes, trainingImages, testImages } = reference;
  const total = trainingImages + testImages;
  refuseTooMany(reference, total * pixelsPerImage(facts));
  const patterns = reference.variant === 'noise' ? [] : await makePatterns(reference, () => onProgress(0));
  const training = await makeImages(reference, patterns, 'training', trainingImages, (done) =>
    onProgress(done / total),
  );
  const test = await makeImages(reference, patterns, 'test', testImages, (done) =>
    onProgress((trainingImages + done) / total),
  );
  return {
    facts,
    classNames: Array.from({ length: classes }, (_, label) => `class ${label}`),
    statistics: channelStatistics(training, reference.channels),
    training,
    test,
    files: [],
    skipped: [],
  };
}

function refuseTooMany(reference: Synthetic, values: number): void {
  const { variant, height, width, channels, classes } = reference;
  const floats = variant === 'noise' ? 0 : classes * height * width * channels;
  const bytes = values + floats * Float32Array.BYTES_PER_ELEMENT;
  if (bytes <= mostBytes) return;
  throw new AdviceError(
    `This synthetic dataset takes ${(bytes / 1024 ** 3).toFixed(1)} GiB of memory; ${mostBytes / 1024 ** 3} GiB is the limit.`,
    'Choose a smaller height and width, or fewer images or classes.',
  );
}

async function makeImages(
  reference: Synthetic,
  patterns: readonly Float32Array[],
  part: string,
  count: number,
  onProgress: (done: number) => void,
): Promise<LabelledImages> {
  const values = pixelsPerImage(datasetFacts(reference));
  const labelStream = randomStream(reference.seed, `synthetic/${part}/labels`);
  const stream = randomStream(reference.seed, `synthetic/${part}/pixels`);
  const pixels = sharedBytes(count * values);
  const labels = Uint16Array.from({ length: count }, () => labelStream.integerBelow(reference.classes));
  const imagesPerTurn = Math.ceil(valuesPerTurn / values);
  for (let image = 0; image < count; image++) {
    if (image > 0 && image % imagesPerTurn === 0) {
      onProgress(image);
      await nextTurn();
    }
    const pattern = patterns[labels[image] ?? 0];
    const start = image * values;
    for (let place = 0; place < values; place++)
      pixels[start + place] =
        reference.variant === 'noise'
          ? stream.integerBelow(256)
          : toByte((pattern?.[place] ?? 0) + reference.noise * stream.normal());
  }
  return { count, pixels, labels };
}

async function makePatterns(reference: Synthetic, onTurn: () => void): Promise<readonly Float32Array[]> {
  const perTurn = Math.ceil(valuesPerTurn / pixelsPerImage(datasetFacts(reference)));
  const patterns: Float32Array[] = [];
  for (let label = 0; label < reference.classes; label++) {
    if (label > 0 && label % perTurn === 0) {
      onTurn();
      await nextTurn();
    }
    patterns.push(makePattern(reference, label));
  }
  return patterns;
}

/** Mean 0 and standard deviation 1. */
function makePattern({ seed, height, width, channels }: Synthetic, label: number): Float32Array {
  const stream = randomStream(seed, `synthetic/pattern/${label}`);
  const [rows, columns] = [Math.ceil(height / grain), Math.ceil(width / grain)];
  const squares = Float32Array.from({ length: rows * columns * channels }, () => stream.normal());
  const pattern = Float32Array.from({ length: height * width * channels }, (_, place) => {
    const channel = place % channels;
    const column = Math.floor(place / channels) % width;
    const row = Math.floor(place / (channels * width));
    const square = Math.floor(row / grain) * columns + Math.floor(column / grain);
    return squares[square * channels + channel] ?? 0;
  });
  const mean = pattern.reduce((sum, value) => sum + value, 0) / pattern.length;
  const deviation = Math.sqrt(pattern.reduce((sum, value) => sum + (value - mean) ** 2, 0) / pattern.length);
  return pattern.map((value) => (deviation > 0 ? (value - mean) / deviation : 0));
}

function toByte(value: number): number {
  return Math.max(0, Math.min(255, Math.round(middle + amplitude * value)));
}
