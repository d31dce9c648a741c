import type { NetworkDocument } from '../../network/graph/document';
import { lossWeight, mainOutput } from '../../network/graph/mainOutput';
import { probabilityRange } from '../execution/probabilityRange';

/** What the main output's loss makes of one image's predictions. */
export interface Answers {
  /**
   * Probabilities of the classes. Softmax of scores; what a Softmax layer gave; or what was trained by squared error,
   * which estimates them (Richard & Lippmann 1991, §2), kept within 0…1.
   */
  probabilities(predictions: Float32Array): Float32Array;
  /** As training counts it: times the output's weight. */
  loss(predictions: Float32Array, label: number): number;
}

/** By the loss that the document's main output has. */
export function answersOf({ nodes }: Pick<NetworkDocument, 'nodes'>): Answers {
  const output = mainOutput(nodes);
  const weight = output === undefined ? 1 : lossWeight(output);
  const { lowest, highest } = probabilityRange;
  switch (output?.config['loss']) {
    case 'crossEntropyOfProbabilities':
      return {
        probabilities: (predictions) => predictions.slice(),
        loss: (predictions, label) =>
          -weight * Math.log(Math.min(Math.max(predictions[label] ?? Number.NaN, lowest), highest)),
      };
    case 'meanSquaredError':
      return {
        probabilities: (predictions) => predictions.map((value) => Math.min(1, Math.max(0, value))),
        loss: (predictions, label) =>
          (weight *
            predictions.reduce((sum, value, place) => sum + (value - (place === label ? 1 : 0)) ** 2, 0)) /
          predictions.length,
      };
    default:
      return {
        probabilities(scores) {
          const total = logSum(scores);
          return scores.map((score) => Math.exp(score - total));
        },
        loss: (scores, label) => weight * (logSum(scores) - (scores[label] ?? Number.NaN)),
      };
  }
}

/** log Σ exp(score), without overflow. */
function logSum(scores: Float32Array): number {
  const largest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  return largest + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - largest), 0));
}
