import { performance } from 'node:perf_hooks';
import type { NetworkDocument } from '../../network/graph/document';
import type { EngineEventOf } from '../../protocol/engineMessages';
import { AdviceError } from '../adviceError';
import type { BatchReader } from '../data/batchReader';
import type { TrainingExecutor } from '../trainingExecutor';
import { histogram } from './histogram';
import { filterPictures, imagePicture, mapPictures } from './pictures';

/** Activations and gradients are taken over so many validation images, always the same. */
const inspectedImages = 16;

/** A network with its weights, and the validation images that are kept from it. */
export interface InspectedNetwork {
  readonly document: NetworkDocument;
  readonly executor: TrainingExecutor;
  readonly step: number;
  readonly validation: {
    readonly numbers: Uint32Array;
    /** Reads batches of so many of the images. */
    readonly readerOf: (largestBatch: number) => BatchReader;
  };
}

export type Inspection = Omit<EngineEventOf<'nodeInspected'>, 'type' | 'requestId'>;

/** Looks inside one layer: changes nothing of the network. Throws an AdviceError where there is no such layer, or no image. */
export function inspectNode(
  { document, executor, step, validation }: InspectedNetwork,
  node: string,
  image: number,
): Inspection {
  const start = performance.now();
  const { numbers, readerOf } = validation;
  const trained = executor.nodes.find(({ id }) => id === node);
  const layer = document.nodes.find(({ id }) => id === node);
  if (trained === undefined || layer === undefined)
    throw new AdviceError(
      'This layer was not part of the run.',
      'Connect it to the output, and train the network as it is on the canvas.',
    );
  if (numbers.length === 0)
    throw new AdviceError(
      'There are no validation images to look at.',
      'Hold some out in the training settings, and train again.',
    );
  const reader = readerOf(inspectedImages);
  const batch = reader.read(numbers, 0, inspectedImages);
  const { output, outputGradient, weights } = executor.inspect(batch, step, node);
  const number = Math.min(image, numbers.length - 1);
  const shown = reader.read(numbers, number, 1);
  const [input] = executor.nodes;
  const ofActivations = [
    { of: 'activations', weight: null, ...histogram(output) } as const,
    ...(outputGradient === null
      ? []
      : [{ of: 'activationGradient', weight: null, ...histogram(outputGradient) } as const]),
  ];
  const ofWeights = weights.flatMap(({ name, values, gradient }) => [
    { of: 'weight', weight: name, ...histogram(values) } as const,
    ...(gradient === null ? [] : [{ of: 'weightGradient', weight: name, ...histogram(gradient) } as const]),
  ]);
  return {
    ...{ node, step, images: batch.size },
    histograms: [...ofActivations, ...ofWeights],
    filters: filterPictures(
      layer,
      weights.find(({ name }) => name === 'kernel'),
    ),
    maps: mapPictures(trained.outputShape, executor.outputOf(shown, node)),
    image: {
      ...{ number, outOf: numbers.length, label: shown.labels[0] ?? 0 },
      picture: imagePicture(input?.outputShape ?? [], shown.images),
    },
    milliseconds: performance.now() - start,
  };
}
