import type { Shape } from '../../network/layers/shape';
import type { DatasetShelf } from '../data/datasetShelf';
import { standardised } from '../data/standardisation';
import { type ImageSource, readAskedImage } from './askedImage';
import { knownInputs } from './knownInputs';
import type { LoadedNetwork } from './loadedNetwork';
import { type AskedMap, type Prediction, predictImage } from './predictImage';

/** What a network took a file for, and what it saw. */
export interface ImageAnswer {
  readonly prediction: Prediction;
  readonly classNames: readonly string[];
  readonly imageShape: Shape;
  /** Values 0…1, as the network sees them before they are moved and scaled. */
  readonly image: Float32Array;
}

/** Asks a run's network about an image file. Throws an AdviceError where it can't be read. */
export async function predictFile(
  network: LoadedNetwork,
  source: ImageSource,
  map: AskedMap,
  shelf: DatasetShelf,
): Promise<ImageAnswer> {
  const { classNames, imageShape, standardisation } = await knownInputs(network, shelf);
  const image = await readAskedImage(source, imageShape, network.document.training.dataset);
  const prediction = predictImage(network, standardised(image, standardisation), map);
  return { prediction, classNames, imageShape, image };
}
