import type { TrainingSettings } from '../../network/graph/trainingSettings';
import { randomStream } from '../randomStreams';
import type { LabelledImages, LoadedDataset } from './dataset';

/** Some of the images of a set, by number. */
export interface ImageSelection {
  readonly images: LabelledImages;
  readonly numbers: Uint32Array;
}

export interface DataSplit {
  readonly training: ImageSelection;
  readonly validation: ImageSelection;
}

/**
 * What is trained on and what is validated on: the dataset's own test images, or where a share of the training
 * images is asked for, that many drawn at random (stream `validation` of the seed) and kept out of training.
 */
export function splitDataset(
  dataset: LoadedDataset,
  { validationSplit, seed }: Pick<TrainingSettings, 'validationSplit' | 'seed'>,
): DataSplit {
  const { training, test } = dataset;
  const all = countingUp(training.count);
  const held = Math.round(training.count * validationSplit);
  if (held === 0)
    return {
      training: { images: training, numbers: all },
      validation: { images: test, numbers: countingUp(test.count) },
    };
  const drawn = shuffled(all, seed, 'validation');
  return {
    training: { images: training, numbers: drawn.slice(held).sort() },
    validation: { images: training, numbers: drawn.slice(0, held).sort() },
  };
}

/** The order of one epoch (counted from 0); each epoch has a stream of its own, so it can be had on its own. */
export function epochOrder(
  numbers: Uint32Array,
  { shuffle, seed }: Pick<TrainingSettings, 'shuffle' | 'seed'>,
  epoch: number,
): Uint32Array {
  return shuffle ? shuffled(numbers, seed, `shuffle/${epoch}`) : numbers;
}

/** A copy in random order (Durstenfeld 1964, algorithm 235). */
function shuffled(numbers: Uint32Array, seed: number, stream: string): Uint32Array {
  const random = randomStream(seed, stream);
  const order = numbers.slice();
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.integerBelow(last + 1);
    const number = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = number;
  }
  return order;
}

function countingUp(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, number) => number);
}
