import { performance } from 'node:perf_hooks';
import { datasetFacts } from '../../network/datasets/datasetFacts';
import type { DatasetReference } from '../../network/datasets/datasetReference';
import type { Shape } from '../../network/layers/shape';
import type { EngineEventOf } from '../../protocol/engineMessages';
import { type EvaluatedSplit, evaluationLimits, type Mistakes } from '../../protocol/evaluationMessages';
import { AdviceError } from '../adviceError';
import { BatchReader } from '../data/batchReader';
import { contactSheet } from '../data/contactSheet';
import { fullScale, type LoadedDataset } from '../data/dataset';
import type { DatasetShelf } from '../data/datasetShelf';
import type { ImageSelection } from '../data/split';
import { type Standardisation, standardisationOf } from '../data/standardisation';
import { evaluateNetwork } from './evaluateNetwork';
import type { Mistake } from './judgement';
import { knownInputs } from './knownInputs';
import type { LoadedNetwork } from './loadedNetwork';
import { selectedImages } from './selectedImages';

export interface RunEvaluation {
  readonly split: EvaluatedSplit;
  /** In place of the run's own; null for that. */
  readonly dataset: DatasetReference | null;
  /** Aborted when it is to stop: it then throws the reason. */
  readonly signal: AbortSignal;
  readonly tell: (activity: string, progress: number | null, secondsLeft: number | null) => void;
}

export type EvaluationAnswer = Omit<EngineEventOf<'evaluated'>, 'type' | 'requestId'>;

/** Evaluates a run's network over a split of its dataset, or of another one with equal images and classes. */
export async function evaluateRun(
  network: LoadedNetwork,
  { split, dataset: other, signal, tell }: RunEvaluation,
  shelf: DatasetShelf,
): Promise<EvaluationAnswer> {
  const { folder, document, checkpoint, recorded, scoring } = network;
  const { training } = document;
  const reference = other ?? training.dataset;
  const { label } = datasetFacts(reference);
  const activity = `Reading ${label}`;
  tell(activity, null, null);
  const dataset = await shelf.get(reference, (share) => {
    signal.throwIfAborted();
    tell(activity, share, null);
  });
  signal.throwIfAborted();
  // Whatever is evaluated, it is normalised as what was trained on.
  const own = other === null ? standardisationOf(dataset, training.normalisation) : null;
  const standardisation = own ?? (await foreignStandardisation(network, dataset, shelf));
  const selection = selectedImages(dataset, training, split);
  const start = performance.now();
  const judgement = await evaluateNetwork({
    ...{ document, scoring, dataset, selection, standardisation, signal },
    tell: (progress, secondsLeft) => tell(`Evaluating ${label}`, progress, secondsLeft),
  });
  const worst = judgement.worst();
  const judgedAgain =
    other === null && sameImages(selection, selectedImages(dataset, training, 'validation'));
  return {
    ...{ folder, split, checkpoint, matrix: judgement.matrix, classNames: [...dataset.classNames] },
    ...judgement.figures,
    recorded: judgedAgain ? recorded : null,
    mistakes: shownMistakes(worst, selection, dataset.facts.imageShape, standardisation),
    seconds: (performance.now() - start) / 1000,
  };
}

/** Throws an AdviceError where another dataset doesn't fit the network. */
async function foreignStandardisation(
  network: LoadedNetwork,
  { facts, classNames, training }: LoadedDataset,
  shelf: DatasetShelf,
): Promise<Standardisation> {
  const { imageShape, classNames: own, standardisation } = await knownInputs(network, shelf);
  if (facts.imageShape.join() !== imageShape.join() || classNames.length !== own.length)
    throw new AdviceError(
      `The network takes images of ${imageShape.join('×')} in ${own.length} classes; ${facts.label} has ${facts.imageShape.join('×')} in ${classNames.length}.`,
      'Choose a dataset with the same images and classes, or the run’s own.',
    );
  return { ...standardisation, scale: fullScale(training) };
}

function sameImages(one: ImageSelection, other: ImageSelection): boolean {
  return one.images === other.images && one.numbers.length === other.numbers.length;
}

function shownMistakes(
  worst: readonly Mistake[],
  { images, numbers }: ImageSelection,
  shape: Shape,
  standardisation: Standardisation,
): Mistakes {
  const shown = Uint32Array.from(worst, ({ number }) => numbers[number] ?? 0);
  const reader = new BatchReader(images, shape, standardisation, Math.max(1, worst.length));
  const batch = reader.read(shown, 0, shown.length);
  return {
    numbers: Int32Array.from(worst, ({ number }) => number),
    labels: Int32Array.from(worst, ({ label }) => label),
    predictions: Int32Array.from(worst, ({ prediction }) => prediction),
    probabilities: Float32Array.from(worst, ({ probability }) => probability),
    losses: Float32Array.from(worst, ({ loss }) => loss),
    pictures: contactSheet(batch.images, shape, standardisation, evaluationLimits.pictureSide),
  };
}
