import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { evaluationBatch } from '../../network/forecast/evaluationBatch';
import type { NetworkDocument } from '../../network/graph/document';
import { BatchReader } from '../data/batchReader';
import type { LoadedDataset } from '../data/dataset';
import type { ImageSelection } from '../data/split';
import type { Standardisation } from '../data/standardisation';
import type { ScoringNetwork } from '../scoringNetwork';
import { answersOf } from './answers';
import { Judgement } from './judgement';

/** What is evaluated, and over what. */
export interface EvaluationOrder {
  readonly document: NetworkDocument;
  /** With the weights that are meant. */
  readonly scoring: ScoringNetwork;
  readonly dataset: Pick<LoadedDataset, 'facts' | 'classNames'>;
  readonly selection: ImageSelection;
  readonly standardisation: Standardisation;
  /** Aborted when it is to stop: it then throws the reason. */
  readonly signal: AbortSignal;
  /** Hears the share that is done, 0…1, and the seconds to the end at this speed. */
  readonly tell: (progress: number, secondsLeft: number) => void;
}

/** Runs a network over all images of a selection, a batch a turn, so that others have theirs in between. */
export async function evaluateNetwork(order: EvaluationOrder): Promise<Judgement> {
  const { document, scoring, dataset, selection, standardisation, signal, tell } = order;
  const { images, numbers } = selection;
  const start = performance.now();
  const size = evaluationBatch(scoring.nodes.map(({ outputShape }) => outputShape));
  const reader = new BatchReader(images, dataset.facts.imageShape, standardisation, size);
  const answers = answersOf(document);
  const classes = scoring.nodes.at(-1)?.outputShape[0] ?? dataset.classNames.length;
  const judgement = new Judgement(classes);
  for (let from = 0; from < numbers.length; from += size) {
    await nextTurn();
    signal.throwIfAborted();
    const batch = reader.read(numbers, from, size);
    const predictions = scoring.predictions(batch);
    for (const [place, label] of batch.labels.entries()) {
      const own = predictions.subarray(place * classes, (place + 1) * classes);
      judgement.add({
        ...{ number: from + place, label },
        probabilities: answers.probabilities(own),
        loss: answers.loss(own, label),
      });
    }
    const done = (from + batch.size) / numbers.length;
    tell(done, ((performance.now() - start) / 1000) * (1 / done - 1));
  }
  return judgement;
}
