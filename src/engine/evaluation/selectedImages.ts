import type { TrainingSettings } from '../../network/graph/trainingSettings';
import type { EvaluatedSplit } from '../../protocol/evaluationMessages';
import { AdviceError } from '../adviceError';
import type { LoadedDataset } from '../data/dataset';
import { type ImageSelection, splitDataset } from '../data/split';

/** The images of a split, as the run's settings part the dataset. Throws an AdviceError where it has none. */
export function selectedImages(
  dataset: LoadedDataset,
  training: TrainingSettings,
  split: EvaluatedSplit,
): ImageSelection {
  const { test } = dataset;
  const selection =
    split === 'validation'
      ? splitDataset(dataset, training).validation
      : { images: test, numbers: Uint32Array.from({ length: test.count }, (_, number) => number) };
  if (selection.numbers.length > 0) return selection;
  throw new AdviceError(
    `${dataset.facts.label} has no ${split} images.`,
    split === 'test' ? 'Take the validation images.' : 'Take the test images.',
  );
}
