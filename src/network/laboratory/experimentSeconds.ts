import { analyse } from '../analysis/analyse';
import { runSeconds } from '../forecast/timeForecast';
import type { Experiment } from './experiment';
import { type Trial, trialDocument } from './trials';

/** Building a network and reading its run takes so long, whatever it computes. */
const secondsBeside = 1.5;

/** Seconds that a trial is expected to take where a step of the probe network takes so long. */
export function trialSeconds(probes: number, probeSeconds: number): number {
  return probes * probeSeconds + secondsBeside;
}

/** How many steps of the probe network take as long as the training of a trial. */
export function trialProbes(experiment: Experiment, trial: Trial): number {
  const document = trialDocument(experiment, trial);
  return runSeconds(document, analyse(document), 1);
}

/** Trials with the same text take the same: those that differ only in rate or seed. */
export function networkKey({ width, training }: Experiment, { setting }: Trial): string {
  const { seed: _seed, learningRate: _rate, ...network } = setting;
  const { dataset, epochs, batchSize, validationSplit } = training;
  return JSON.stringify({ width, dataset, epochs, batchSize, validationSplit, network });
}
