import { noAugmentation } from '../../network/datasets/augmentation';
import { datasetFacts } from '../../network/datasets/datasetFacts';
import { noiseReference } from '../../network/datasets/noiseReference';
import type { NetworkDocument } from '../../network/graph/document';
import { AdviceError } from '../adviceError';
import type { LoadedDataset } from '../data/dataset';
import type { DatasetShelf } from '../data/datasetShelf';
import { splitDataset } from '../data/split';
import { standardisationOf } from '../data/standardisation';
import { StepBatches } from '../data/stepBatches';

/** What a probe looks at the network with. */
export interface ProbeImages {
  /** By their numbers, counted from 0; each is good until the next one is asked for. */
  readonly batches: StepBatches;
  readonly dataset: LoadedDataset;
  /** Why noise stands in for the project's data; null where it does not. */
  readonly reason: string | null;
}

/** Training batches of the project's data, or of standardised noise with random labels where that can't be read. */
export async function probeImages(
  { training }: NetworkDocument,
  shelf: DatasetShelf,
  images: { readonly perBatch: number; readonly inAll: number },
): Promise<ProbeImages> {
  const { dataset, reason } = await readOrStandIn(training.dataset, shelf, images.inAll, training.seed);
  const standIn = reason !== null;
  const settings = {
    ...training,
    ...{ batchSize: images.perBatch, shuffle: true },
    ...(standIn && { augmentation: noAugmentation }),
  };
  const batches = new StepBatches({
    selection: splitDataset(dataset, training).training,
    imageShape: dataset.facts.imageShape,
    standardisation: standardisationOf(dataset, standIn ? 'channel' : training.normalisation),
    settings,
  });
  return { batches, dataset, reason };
}

async function readOrStandIn(
  reference: NetworkDocument['training']['dataset'],
  shelf: DatasetShelf,
  images: number,
  seed: number,
): Promise<{ readonly dataset: LoadedDataset; readonly reason: string | null }> {
  try {
    return { dataset: await shelf.get(reference), reason: null };
  } catch (error) {
    if (!(error instanceof AdviceError)) throw error;
    const noise = noiseReference(datasetFacts(reference), images, seed);
    return { dataset: await shelf.get(noise), reason: error.message };
  }
}
