import type { Experiment } from './experiment';
import { type Spread, spreadOf } from './spread';
import type { Measure, TrialResult } from './trialResult';
import { measures } from './trialResult';
import { expandTrials, layersOf, type TrialSetting } from './trials';

/** A point of the grid but for its seed. */
export type SummarySetting = Omit<TrialSetting, 'seed'>;

/** What the seeds of one point say together. */
export interface Summary {
  readonly setting: SummarySetting;
  readonly layers: number;
  /** Trials that are done, and how many of them have no error to average because they diverged or failed. */
  readonly done: number;
  readonly diverged: number;
  readonly failed: number;
  /** Of the trials that finished; slopes at the first step, speed: of all. Null where nothing was measured. */
  readonly measured: Readonly<Record<Measure, Spread | null>>;
  /** Verdicts on the first step with the number of seeds that have them, the most frequent first. */
  readonly verdicts: readonly { readonly kind: string; readonly count: number }[];
}

/** One summary for each point of the grid, in the order of the trials; points without a result have `done` 0. */
export function summarise(experiment: Experiment, results: readonly TrialResult[]): readonly Summary[] {
  const byTrial = new Map(results.map((result) => [result.trial, result]));
  const points = new Map<string, { setting: SummarySetting; results: TrialResult[] }>();
  for (const { id, setting } of expandTrials(experiment)) {
    const { seed: _seed, ...shared } = setting;
    const key = JSON.stringify(shared);
    const point = points.get(key) ?? { setting: shared, results: [] };
    points.set(key, point);
    const result = byTrial.get(id);
    if (result !== undefined) point.results.push(result);
  }
  return [...points.values()].map((point) => summaryOf(point.setting, point.results));
}

function summaryOf(setting: SummarySetting, results: readonly TrialResult[]): Summary {
  const spread = (measure: Measure): Spread | null =>
    spreadOf(
      results
        .filter(({ end }) => end === 'finished' || measure === 'firstSlope')
        .map((result) => result[measure])
        .filter((value) => value !== null),
    );
  return {
    setting,
    layers: layersOf(setting.depth),
    done: results.length,
    diverged: results.filter(({ end }) => end === 'diverged').length,
    failed: results.filter(({ end }) => end === 'failed').length,
    measured: Object.fromEntries(
      measures.map((measure) => [measure, spread(measure)]),
    ) as Summary['measured'],
    verdicts: countVerdicts(results),
  };
}

function countVerdicts(results: readonly TrialResult[]): Summary['verdicts'] {
  const counts = new Map<string, number>();
  for (const { verdicts } of results)
    for (const kind of new Set(verdicts)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
}
