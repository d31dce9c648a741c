import { noAugmentation } from '../../network/datasets/augmentation';
import type { TrainingSettings } from '../../network/graph/trainingSettings';
import type { DataFacts } from '../../network/health/observation';
import type { DatasetPreview } from '../../protocol/datasetMessages';
import { askAboutDataset } from '../data/datasetRequests';

type Data = Pick<TrainingSettings, 'dataset' | 'normalisation'>;
type Statistics = Pick<DatasetPreview, 'trainingCounts' | 'means' | 'deviations'>;

/** What is known of datasets that runs were trained on; null for one that is asked about, or could not be read just now. */
const known = new Map<string, Statistics | null>();

/** Balance of the classes and scale of the input; null until the engine has been asked for them. */
export function knownDataFacts({ dataset, normalisation }: Data): DataFacts | null {
  const statistics = known.get(JSON.stringify(dataset)) ?? null;
  return statistics === null ? null : dataFacts(statistics, normalisation);
}

/** Pause after which a dataset that could not be read is asked about again, in ms. */
const pauseAfterFailure = 10_000;

/** Asks the engine about a dataset that it has read already, until it has answered; `hear` is told when the answer is there. */
export function askForDataFacts({ dataset }: Data, hear: () => void): void {
  const key = JSON.stringify(dataset);
  if (known.has(key)) return;
  known.set(key, null);
  const asked = askAboutDataset(
    { type: 'previewDataset', reference: dataset, augmentation: noAugmentation, seed: 0, step: 0 },
    (event) => {
      if (event.type === 'datasetFailed') setTimeout(() => known.delete(key), pauseAfterFailure);
      if (event.type !== 'datasetPreviewed') return;
      known.set(key, event.preview);
      hear();
    },
  );
  if (asked === null) known.delete(key);
}

/** Facts of the images as the network takes them in: standardised ones have mean 0 and deviation 1. */
export function dataFacts(
  { trainingCounts, means, deviations }: Statistics,
  normalisation: TrainingSettings['normalisation'],
): DataFacts {
  const counts = [...trainingCounts];
  const images = counts.reduce((sum, count) => sum + count, 0);
  const mean = meanOf(means);
  const variance = meanOf(
    deviations.map((deviation, channel) => deviation ** 2 + ((means[channel] ?? mean) - mean) ** 2),
  );
  return {
    largestClassShare: Math.max(...counts) / images,
    smallestClassShare: Math.min(...counts) / images,
    ...(normalisation === 'none'
      ? { inputMean: mean, inputDeviation: Math.sqrt(variance) }
      : { inputMean: 0, inputDeviation: 1 }),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
