import { performance } from 'node:perf_hooks';
import type { NetworkDocument } from '../../network/graph/document';
import type { ActivationMap } from '../../protocol/evaluationMessages';
import { AdviceError } from '../adviceError';
import type { ScoringNetwork } from '../scoringNetwork';
import type { Batch } from '../trainingExecutor';
import { classActivationMap, gradientActivationMap } from './activationMap';
import { answersOf } from './answers';
import { largestPlace } from './judgement';
import { mapPlace } from './mapPlace';

/** A network with the weights that are meant. */
interface AskedNetwork {
  readonly document: NetworkDocument;
  readonly weights: ReadonlyMap<string, Float32Array>;
  readonly scoring: ScoringNetwork;
}

/** Which class's evidence is looked at, and in which layer; null for the most probable, and for the layer that tells best. */
export interface AskedMap {
  readonly node: string | null;
  readonly classNumber: number | null;
}

export interface Prediction {
  readonly probabilities: Float32Array<ArrayBuffer>;
  /** Null where no layer of the network has an image as its output. */
  readonly map: ActivationMap | null;
  readonly milliseconds: number;
}

/** Asks a network about one image, as the network sees it. Throws an AdviceError where there is no such layer or class. */
export function predictImage(network: AskedNetwork, image: Float32Array, map: AskedMap): Prediction {
  const start = performance.now();
  const { document, scoring } = network;
  const batch = { images: image, labels: new Int32Array(1), size: 1 };
  const probabilities = Float32Array.from(answersOf(document).probabilities(scoring.predictions(batch)));
  const classNumber = map.classNumber ?? largestPlace(probabilities);
  if (classNumber >= probabilities.length)
    throw new AdviceError(
      `There is no class ${classNumber}: the network tells ${probabilities.length} apart.`,
      `Choose one from 0 to ${probabilities.length - 1}.`,
    );
  const seen = activationMap(network, batch, { node: map.node, classNumber });
  return { probabilities, map: seen, milliseconds: performance.now() - start };
}

function activationMap(
  { document, weights, scoring }: AskedNetwork,
  batch: Batch,
  { node: asked, classNumber }: { readonly node: string | null; readonly classNumber: number },
): ActivationMap | null {
  const place = mapPlace(document, scoring.nodes, asked);
  if (place === null && asked !== null)
    throw new AdviceError(
      `${asked} has no image as its output, or leads to no answer.`,
      'Choose a convolution, or another layer with height and width.',
    );
  const layer = scoring.nodes.find(({ id }) => id === place?.node);
  if (place === null || layer === undefined) return null;
  const [height = 1, width = 1, channels = 1] = layer.outputShape;
  const { features, gradient } = scoring.explain(
    { ...batch, labels: Int32Array.of(classNumber) },
    place.node,
  );
  return {
    ...{ method: place.method, node: layer.id, label: layer.label, classNumber, height, width },
    values: place.method === 'cam' ? exact(place.dense) : gradientActivationMap(features, gradient, channels),
  };

  function exact(dense: string): Float32Array<ArrayBuffer> {
    const kernel = weights.get(`${dense}/kernel`) ?? new Float32Array();
    const classes = kernel.length / channels;
    return classActivationMap(features, kernel, { channels, classes, classNumber });
  }
}
