import { csvText } from '../analysis/csvText';
import type { Experiment } from './experiment';
import type { TrialResult } from './trialResult';
import { expandTrials, layersOf } from './trials';

const columns = [
  ...['variant', 'layers', 'activation', 'initialiser', 'batch norm', 'learning rate', 'seed', 'end'],
  ...['training loss (nats)', 'training error (%)', 'validation loss (nats)', 'validation error (%)'],
  ...['gradient slope at the first step (decades per 10 layers)'],
  ...['gradient slope at the last step (decades per 10 layers)'],
  ...['layers with gradient 0 at the first step', 'verdicts', 'images/s', 'time (s)'],
];

/** A row for each trial that is done, as comma-separated values. What was not measured is left empty. */
export function trialsCsv(experiment: Experiment, results: readonly TrialResult[]): string {
  const byTrial = new Map(results.map((result) => [result.trial, result]));
  const rows = expandTrials(experiment).flatMap(({ id, setting }) => {
    const result = byTrial.get(id);
    if (result === undefined) return [];
    const { variant, depth, activation, initialiser, batchNorm, learningRate, seed } = setting;
    return [
      [
        ...[variant, layersOf(depth), activation, initialiser, batchNorm ? 'yes' : 'no', learningRate, seed],
        ...[result.end, result.trainingLoss, percent(result.trainingError)],
        ...[result.validationLoss, percent(result.validationError), result.firstSlope, result.lastSlope],
        ...[result.zeroLayers, result.verdicts.join(' '), result.imagesPerSecond, result.seconds],
      ],
    ];
  });
  return csvText([columns, ...rows].map((row) => row.map((cell) => (cell === null ? '' : String(cell)))));
}

function percent(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1e6) / 1e4;
}
