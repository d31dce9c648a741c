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
  const squares = squareOfEach(reference);
  const patternOf = patternsOf(reference, squares);
  const training = await makeImages(reference, { squares, patternOf }, 'training', trainingImages, (done) =>
    onProgress(done / total),
  );
  const test = await makeImages(reference, { squares, patternOf }, 'test', testImages, (done) =>
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
  const { variant, channels, classes, trainingImages, testImages } = reference;
  const { rows, columns } = squaresOf(reference);
  const patterns = variant === 'noise' ? 0 : Math.min(classes, trainingImages + testImages);
  const bytes = values + patterns * rows * columns * channels * Float32Array.BYTES_PER_ELEMENT;
  if (bytes <= mostBytes) return;
  throw new AdviceError(
    `This synthetic dataset takes ${(bytes / 1024 ** 3).toFixed(1)} GiB of memory; ${mostBytes / 1024 ** 3} GiB is the limit.`,
    'Choose a smaller height and width, or fewer images or classes.',
  );
}

async function makeImages(
  reference: Synthetic,
  { squares, patternOf }: { squares: Int32Array; patternOf: (label: number) => Float32Array },
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
    const start = image * values;
    if (reference.variant === 'noise') {
      for (let place = 0; place < values; place++) pixels[start + place] = stream.integerBelow(256);
      continue;
    }
    const pattern = patternOf(labels[image] ?? 0);
    for (let place = 0; place < values; place++) {
      const square = pattern[squares[place] ?? 0] ?? 0;
      pixels[start + place] = toByte(square + reference.noise * stream.normal());
    }
  }
  return { count, pixels, labels };
}

/** The pattern of a class, made when its first image is: where classes are many, most may have none. */
function patternsOf(reference: Synthetic, squares: Int32Array): (label: number) => Float32Array {
  const patterns = new Map<number, Float32Array>();
  return (label) => {
    const made = patterns.get(label) ?? makePattern(reference, label, squares);
    patterns.set(label, made);
    return made;
  };
}

/** One value for each square, with mean 0 and standard deviation 1 over the pixels. */
function makePattern(reference: Synthetic, label: number, squares: Int32Array): Float32Array {
  const stream = randomStream(reference.seed, `synthetic/pattern/${label}`);
  const { rows, columns } = squaresOf(reference);
  const values = Float32Array.from({ length: rows * columns * reference.channels }, () => stream.normal());
  let sum = 0;
  for (const square of squares) sum += values[square] ?? 0;
  const mean = sum / squares.length;
  let deviations = 0;
  for (const square of squares) deviations += ((values[square] ?? 0) - mean) ** 2;
  const deviation = Math.sqrt(deviations / squares.length);
  return values.map((value) => (deviation > 0 ? (value - mean) / deviation : 0));
}

function squaresOf({ height, width }: Synthetic) {
  return { rows: Math.ceil(height / grain), columns: Math.ceil(width / grain) };
}

/** For each pixel and channel its place in a pattern. */
function squareOfEach(reference: Synthetic): Int32Array {
  const { height, width, channels } = reference;
  const { columns } = squaresOf(reference);
  const squares = new Int32Array(height * width * channels);
  for (let place = 0; place < squares.length; place++) {
    const column = Math.floor(place / channels) % width;
    const row = Math.floor(place / (channels * width));
    const square = Math.floor(row / grain) * columns + Math.floor(column / grain);
    squares[place] = square * channels + (place % channels);
  }
  return squares;
}

function toByte(value: number): number {
  return Math.max(0, Math.min(255, Math.round(middle + amplitude * value)));
}
