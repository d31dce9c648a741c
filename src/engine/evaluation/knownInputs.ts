import { elementCount, type Shape } from '../../network/layers/shape';
import { AdviceError } from '../adviceError';
import type { LoadedDataset } from '../data/dataset';
import type { DatasetShelf } from '../data/datasetShelf';
import { channelStandardisation, type Standardisation, standardisationOf } from '../data/standardisation';
import type { TrainedNetwork } from './trainedNetwork';

/** What a network takes, and what its outputs are called. */
export interface KnownInputs {
  /** Height × width × channels. */
  readonly imageShape: Shape;
  readonly classNames: readonly string[];
  readonly standardisation: Standardisation;
}

/** Reads the dataset of a run; throws an AdviceError where that can't be done. */
export function readOwnDataset({ document }: TrainedNetwork, shelf: DatasetShelf): Promise<LoadedDataset> {
  return shelf.get(document.training.dataset);
}

/**
 * What it takes to ask a network about an image: as the run has recorded it, so that its dataset may be gone; of runs that
 * recorded less, and where a mean image is subtracted, from the dataset. Throws an AdviceError where neither is there.
 */
export async function knownInputs(trained: TrainedNetwork, shelf: DatasetShelf): Promise<KnownInputs> {
  const { document, record } = trained;
  const { normalisation } = document.training;
  const { classNames, means, deviations } = record?.dataset ?? {};
  const imageShape = imageShapeOf(trained);
  if (
    classNames !== undefined &&
    means !== undefined &&
    deviations !== undefined &&
    normalisation !== 'pixel'
  ) {
    const size = { scale: 1, values: elementCount(imageShape) };
    const standardisation = channelStandardisation({ means, deviations }, normalisation, size);
    return { imageShape, classNames, standardisation };
  }
  try {
    const dataset = await readOwnDataset(trained, shelf);
    const standardisation = standardisationOf(dataset, normalisation);
    return { imageShape, classNames: dataset.classNames, standardisation };
  } catch (cause) {
    if (!(cause instanceof AdviceError)) throw cause;
    throw new AdviceError(
      `${
        normalisation === 'pixel'
          ? 'This network takes images less the mean image of its dataset'
          : record === null
            ? 'How images are normalised follows from the dataset of the project'
            : 'This run did not write down how its images are normalised'
      }, and the dataset can’t be read: ${cause.message}`,
      cause.advice,
      { cause },
    );
  }
}

/** Height × width × channels of what the network takes. */
function imageShapeOf({ document, analysis }: TrainedNetwork): Shape {
  const input = document.nodes.find(({ kind }) => kind === 'input');
  return analysis.nodes.get(input?.id ?? '')?.outputShape ?? [1, 1, 1];
}
