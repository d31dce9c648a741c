import { analyse } from '../analysis/analyse';
import { runSeconds } from '../forecast/timeForecast';
import type { Experiment } from './experiment';
import { expandTrials, trialDocument } from './trials';

/** Building a network and reading its run takes so long, whatever it computes. */
const secondsPerTrial = 1.5;

/**
 * Seconds that trials of an experiment are expected to take on a device that takes so long for a step of the probe
 * network. Trials that differ only in rate or seed take the same.
 */
export function experimentSeconds(
  experiment: Experiment,
  probeSeconds: number,
  done: ReadonlySet<string> = new Set(),
): number {
  const known = new Map<string, number>();
  let sum = 0;
  for (const trial of expandTrials(experiment)) {
    if (done.has(trial.id)) continue;
    const { seed: _seed, learningRate: _rate, ...same } = trial.setting;
    const key = JSON.stringify(same);
    const document = known.has(key) ? null : trialDocument(experiment, trial);
    if (document !== null) known.set(key, runSeconds(document, analyse(document), probeSeconds));
    sum += (known.get(key) ?? 0) + secondsPerTrial;
  }
  return sum;
}
