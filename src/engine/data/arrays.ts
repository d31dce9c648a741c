import { datasetFacts } from '../../network/datasets/datasetFacts';
import type { DatasetReferenceOf } from '../../network/datasets/datasetReference';
import { AdviceError } from '../adviceError';
import { channelStatistics } from './channelStatistics';
import type { LabelledImages, LoadedDataset } from './dataset';
import { holdOut, requireHeldOut } from './holdOut';
import { arraysRemedy, type DatasetArrays, readArrays } from './numpyFiles';
import { imagesOf, labelled, labelsOf } from './numpyImages';

type Arrays = DatasetReferenceOf<'arrays'>;

/** What must be known to read arrays; the rest of a reference is found in them. */
export type ArraysRequest = Pick<Arrays, 'path' | 'labelsPath' | 'testShare' | 'splitSeed'>;

/** Reads arrays, whatever they hold: how a reference to them is made. */
export async function openArrays(
  request: ArraysRequest,
): Promise<{ readonly reference: Arrays; readonly dataset: LoadedDataset }> {
  const arrays = await readArrays(request.path, request.labelsPath);
  const { images, shape } = combine(arrays.training);
  const test = arrays.test === null ? null : combine(arrays.test);
  if (test !== null && test.shape.join() !== shape.join())
    throw new AdviceError(
      `The test images of ${request.path} are ${test.shape.join('×')}, and the training images ${shape.join('×')}.`,
      arraysRemedy,
    );
  const split = test === null ? holdOut(images, request) : { training: images, test: test.images };
  requireHeldOut(split.test.count, request.path);
  const classes =
    1 + [...split.training.labels, ...split.test.labels].reduce((most, label) => Math.max(most, label), 1);
  const [height = 1, width = 1, channels = 1] = shape;
  const reference: Arrays = {
    type: 'arrays',
    ...request,
    ...{ height, width, channels, classes },
    trainingImages: split.training.count,
    testImages: split.test.count,
  };
  return {
    reference,
    dataset: {
      facts: datasetFacts(reference),
      classNames: Array.from({ length: classes }, (_, label) => `class ${label}`),
      statistics: channelStatistics(split.training, channels),
      ...split,
      files: arrays.files,
      skipped: [],
    },
  };
}

function combine({ images, labels }: DatasetArrays['training']): {
  readonly images: LabelledImages;
  readonly shape: readonly number[];
} {
  const pixels = imagesOf(images.array);
  if ('fault' in pixels) throw new AdviceError(`${images.place} ${pixels.fault}.`, arraysRemedy);
  const numbers = labelsOf(labels.array);
  if ('fault' in numbers) throw new AdviceError(`${labels.place} ${numbers.fault}.`, arraysRemedy);
  const combined = labelled(pixels, numbers);
  if ('fault' in combined) throw new AdviceError(`${labels.place} ${combined.fault}.`, arraysRemedy);
  return { images: combined, shape: [pixels.height, pixels.width, pixels.channels] };
}
