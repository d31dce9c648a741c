import { datasetFacts } from '../datasets/datasetFacts';
import type { Experiment } from './experiment';
import { countTrials, layersOf } from './trials';

/** What all trials of an experiment have in common, in two sentences. */
export function conditionsText(experiment: Experiment): string {
  const { grid, width, training } = experiment;
  const { label, trainingImages, testImages } = datasetFacts(training.dataset);
  const layers = grid.depths.map((depth) => layersOf(depth)).sort((one, other) => one - other);
  const depths =
    layers.length === 1
      ? `${layers[0]} layers`
      : `${layers.slice(0, -1).join(', ')} and ${layers.at(-1)} layers`;
  const size = width === 1 ? 'as many channels as the paper’s' : `${width} times the paper’s channels`;
  return `${whole(trainingImages)} images of ${label} for ${counted(training.epochs, 'epoch')} in batches of ${whole(training.batchSize)}, validated on ${whole(testImages)} others. Networks of ${depths} with ${size}, ${counted(countTrials(experiment), 'trial')} in all.`;
}

function whole(value: number): string {
  return value.toLocaleString('en');
}

function counted(count: number, noun: string): string {
  return `${whole(count)} ${noun}${count === 1 ? '' : 's'}`;
}
