import { BatchReader } from '../../../src/engine/data/batchReader';
import { readMnist } from '../../../src/engine/data/mnist';
import { epochOrder, splitDataset } from '../../../src/engine/data/split';
import { standardisationOf } from '../../../src/engine/data/standardisation';
import type { Batch } from '../../../src/engine/trainingExecutor';
import type { TrainingSettings } from '../../../src/network/graph/trainingSettings';

/** The first batches of MNIST's training images, in the order in which a run takes them. */
export async function mnistBatches(settings: TrainingSettings, count: number): Promise<readonly Batch[]> {
  const dataset = await readMnist();
  const { training } = splitDataset(dataset, settings);
  const { facts } = dataset;
  const standardisation = standardisationOf(dataset, settings.normalisation);
  const reader = new BatchReader(training.images, facts.imageShape, standardisation, settings.batchSize);
  const order = epochOrder(training.numbers, settings, 0);
  return Array.from({ length: count }, (_, index) => {
    const { images, labels, size } = reader.read(order, index * settings.batchSize, settings.batchSize);
    return { images: images.slice(), labels: labels.slice(), size };
  });
}
