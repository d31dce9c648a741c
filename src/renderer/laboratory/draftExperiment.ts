import type { Experiment } from '../../network/laboratory/experiment';
import { t } from '../language/t';
import { offeredPresets } from './offeredPresets';

/** A small experiment to change into what one wants to know. */
export function newExperiment(): Experiment {
  const [first] = offeredPresets;
  if (first === undefined) throw new Error('There are no presets.');
  const grid = { ...first.grid, depths: [1, 3], seeds: [1, 2] };
  return { ...first, grid, id: newId(), name: t`My experiment`, question: '', claim: '' };
}

/** The same once more under a name of its own, without what is published: another grid asks something else. */
export function copyOf(experiment: Experiment): Experiment {
  return { ...experiment, id: newId(), name: t`${experiment.name} (copy)`.slice(0, 100), claim: '' };
}

/** By the time: no two are made in one millisecond. */
function newId(): string {
  return `own-${Date.now().toString(36)}`;
}
