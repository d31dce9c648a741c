import { type Comparison, compareSpreads, compareToValue } from './compareSpreads';
import { type Expectation, selectPoint } from './expectation';
import type { Experiment } from './experiment';
import { measuredText, measureNames, valueText } from './measureText';
import { labelOf } from './series';
import type { Summary } from './summaries';
import type { Measure } from './trialResult';

/** What the numbers say of a published effect. */
export interface Outcome {
  readonly effect: string;
  /** `seen`, its `opposite`, `not seen` where seeds differ by more than it, or `not measured`. */
  readonly outcome: 'seen' | 'opposite' | 'not seen' | 'not measured';
  /** The numbers, in a sentence. */
  readonly evidence: string;
}

/** Holds an effect against what was measured. It is said to be seen only where seeds differ by much less than it. */
export function judgeExpectation(
  experiment: Experiment,
  summaries: readonly Summary[],
  { effect, measure, of, is, than }: Expectation,
): Outcome {
  const left = selectPoint(summaries, of);
  const right = typeof than === 'number' ? than : selectPoint(summaries, than);
  if (left === undefined || right === undefined || !isDone(left) || !isDone(right))
    return { effect, outcome: 'not measured', evidence: 'These trials were not run.' };
  const evidence = evidenceOf(experiment, measure, left, right);
  const comparison = compare(measure, left, right);
  if (comparison === 'unknown')
    return { effect, outcome: 'not measured', evidence: `${evidence} One seed has no spread to tell by.` };
  const outcome = comparison === 'level' ? 'not seen' : comparison === is ? 'seen' : 'opposite';
  return { effect, outcome, evidence };
}

function isDone(point: Summary | number): boolean {
  return typeof point === 'number' || point.done > 0;
}

/** Training that diverged for every seed has no error, and is worse than any that has one. */
function compare(measure: Measure, left: Summary, right: Summary | number): Comparison {
  const spread = left.measured[measure];
  if (typeof right === 'number') return spread === null ? 'unknown' : compareToValue(spread, right);
  const other = right.measured[measure];
  if (spread !== null && other !== null) return compareSpreads(spread, other);
  const isError = measure === 'trainingError' || measure === 'validationError' || measure === 'trainingLoss';
  if (!isError || left.failed + right.failed > 0) return 'unknown';
  if (spread === null && other === null) return 'level';
  return spread === null ? 'above' : 'below';
}

function evidenceOf(
  experiment: Experiment,
  measure: Measure,
  left: Summary,
  right: Summary | number,
): string {
  const name = measureNames[measure].name;
  const against =
    typeof right === 'number'
      ? `against ${valueText(measure, right)}`
      : `against ${pointText(experiment, measure, right)}`;
  return `${name}: ${pointText(experiment, measure, left)}, ${against}.`;
}

/** "12.3 ± 0.4 % of Plain with 56 layers (1 of 3 seeds diverged)". */
function pointText(experiment: Experiment, measure: Measure, point: Summary): string {
  const { setting, layers, measured, diverged, done } = point;
  const spread = measured[measure];
  const place = `of ${labelOf(experiment, setting)} with ${layers} layers`;
  if (spread === null) return diverged > 0 ? `none ${place}, which diverged` : `nothing ${place}`;
  const lost = diverged > 0 ? ` (${diverged} of ${done} seeds diverged)` : '';
  return `${measuredText(measure, spread)} ${place}${lost}`;
}
