import type { EngineEventOf } from '../../protocol/engineMessages';
import { type AskedImage, evaluationLimits } from '../../protocol/evaluationMessages';
import { BatchReader } from '../data/batchReader';
import { contactSheet } from '../data/contactSheet';
import { fullScale } from '../data/dataset';
import type { DatasetShelf } from '../data/datasetShelf';
import { standardised } from '../data/standardisation';
import { drawnImage, readAskedImage } from './askedImage';
import { type KnownInputs, knownInputs, readOwnDataset } from './knownInputs';
import type { LoadedNetwork } from './loadedNetwork';
import { type AskedMap, predictImage } from './predictImage';
import { selectedImages } from './selectedImages';

export type PredictionAnswer = Omit<EngineEventOf<'predicted'>, 'type' | 'requestId'>;

/** Asks a run's network about one image. Throws an AdviceError where that image can't be had. */
export async function answerPrediction(
  network: LoadedNetwork,
  { image, map }: { readonly image: AskedImage; readonly map: AskedMap },
  shelf: DatasetShelf,
): Promise<PredictionAnswer> {
  const inputs = await knownInputs(network, shelf);
  const { pixels, example, scale } = await seenImage(network, image, inputs, shelf);
  const shown = { ...inputs.standardisation, scale };
  const { shownSide } = evaluationLimits;
  return {
    folder: network.folder,
    classNames: [...inputs.classNames],
    ...predictImage(network, pixels, map),
    picture: contactSheet(pixels, inputs.imageShape, shown, shownSide),
    example,
  };
}

/** Of images whose values are between 0 and 1. */
const bytesScale = 255;

/** An image as the network sees it: moved and scaled. */
interface SeenImage {
  readonly pixels: Float32Array;
  /** That of its standardisation: how it is made a picture again. */
  readonly scale: number;
  readonly example: PredictionAnswer['example'];
}

async function seenImage(
  network: LoadedNetwork,
  image: AskedImage,
  { imageShape, standardisation }: KnownInputs,
  shelf: DatasetShelf,
): Promise<SeenImage> {
  const { training } = network.document;
  switch (image.type) {
    case 'file': {
      const source = { name: image.name, content: image.bytes, invert: image.invert };
      const values = await readAskedImage(source, imageShape, training.dataset);
      return { pixels: standardised(values, standardisation), scale: bytesScale, example: null };
    }
    case 'drawing':
      return {
        pixels: standardised(drawnImage(image.values, imageShape), standardisation),
        scale: bytesScale,
        example: null,
      };
    case 'example': {
      const dataset = await readOwnDataset(network, shelf);
      const { images, numbers } = selectedImages(dataset, training, image.split);
      const number = Math.min(image.number, numbers.length - 1);
      const scale = fullScale(images);
      const reader = new BatchReader(images, imageShape, { ...standardisation, scale }, 1);
      const batch = reader.read(numbers, number, 1);
      return {
        pixels: batch.images.slice(),
        scale,
        example: { label: batch.labels[0] ?? 0, number, outOf: numbers.length },
      };
    }
  }
}
