import type { LabelledImages, LoadedDataset } from '../../../src/engine/data/dataset';
import { randomStream } from '../../../src/engine/randomStreams';
import { datasetFacts } from '../../../src/network/datasets/datasetFacts';

/** A dataset of MNIST's form whose images are noise with a bright row that tells the class. */
export function syntheticDataset(trainingImages: number, testImages: number): LoadedDataset {
  return {
    facts: { ...datasetFacts({ type: 'mnist' }), trainingImages, testImages },
    classNames: [...'0123456789'],
    statistics: { means: [0.5], deviations: [0.25] },
    training: syntheticImages(trainingImages, 'training'),
    test: syntheticImages(testImages, 'test'),
    files: [],
    skipped: [],
  };
}

function syntheticImages(count: number, name: string): LabelledImages {
  const random = randomStream(7, name);
  const pixels = Uint8Array.from({ length: count * 28 * 28 }, () => random.integerBelow(100));
  const labels = Uint8Array.from({ length: count }, () => random.integerBelow(10));
  for (const [image, label] of labels.entries()) {
    const row = image * 28 * 28 + (4 + 2 * label) * 28;
    pixels.fill(255, row, row + 28);
  }
  return { count, pixels, labels };
}
