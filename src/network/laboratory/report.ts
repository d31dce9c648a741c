import type { Experiment } from './experiment';
import { findingsOf } from './findings';
import { judgeExpectation, type Outcome } from './judgeExpectation';
import { presetExpectations } from './presetExpectations';
import { type Series, seriesOf } from './series';
import { type Summary, summarise } from './summaries';
import type { TrialResult } from './trialResult';

/** All that the laboratory says of an experiment, as the window shows it and the command line prints it. */
export interface LaboratoryReport {
  /** One row for each point of the grid. */
  readonly table: readonly Summary[];
  /** The rows as lines over depth. */
  readonly series: readonly Series[];
  /** What is published, held against the numbers; empty for experiments of one's own. */
  readonly outcomes: readonly Outcome[];
  readonly findings: readonly string[];
}

export function reportOf(experiment: Experiment, results: readonly TrialResult[]): LaboratoryReport {
  const table = summarise(experiment, results);
  const series = seriesOf(experiment, table);
  return {
    table,
    series,
    outcomes: presetExpectations(experiment.id).map((expectation) =>
      judgeExpectation(experiment, table, expectation),
    ),
    findings: findingsOf(experiment, series),
  };
}
