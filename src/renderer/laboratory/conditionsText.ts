import { datasetFacts } from '../../network/datasets/datasetFacts';
import type { Experiment } from '../../network/laboratory/experiment';
import { countTrials, layersOf } from '../../network/laboratory/trials';
import { formatCounted, formatInteger } from '../format/numbers';

/** What all trials of an experiment have in common, in two sentences. */
export function conditionsText({ grid, width, training }: Experiment): string {
  const { label, trainingImages, testImages } = datasetFacts(training.dataset);
  const layers = grid.depths.map((depth) => layersOf(depth)).sort((one, other) => one - other);
  const depths =
    layers.length === 1
      ? `${layers[0]} layers`
      : `${layers.slice(0, -1).join(', ')} and ${layers.at(-1)} layers`;
  const size = width === 1 ? 'as many channels as the paper’s' : `${width} times the paper’s channels`;
  return `${formatInteger(trainingImages)} images of ${label} for ${formatCounted(training.epochs, 'epoch')} in batches of ${training.batchSize}, validated on ${formatInteger(testImages)} others. Networks of ${depths} with ${size}, ${formatCounted(countTrials({ grid }), 'trial')} in all.`;
}
