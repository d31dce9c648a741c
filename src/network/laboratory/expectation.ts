import type { Summary } from './summaries';
import type { Measure } from './trialResult';
import type { VariantId } from './variants';

/** Picks one point of an experiment's grid; what is left out has one value only there. */
export interface Selection {
  readonly variant?: VariantId;
  readonly depth?: 'least' | 'most';
  readonly activation?: string;
  readonly batchNorm?: boolean;
  readonly learningRate?: 'least' | 'most';
}

/** A published effect in a form that numbers can confirm or contradict. */
export interface Expectation {
  /** "A plain network gets worse with depth": what is expected, as a sentence without a full stop. */
  readonly effect: string;
  readonly measure: Measure;
  readonly of: Selection;
  readonly is: 'above' | 'below';
  /** Another point, or a value in the measure's own unit (errors as shares). */
  readonly than: Selection | number;
}

/** The point that is picked; undefined where the grid, perhaps cut down, has none. */
export function selectPoint(
  summaries: readonly Summary[],
  { variant, depth, activation, batchNorm, learningRate }: Selection,
): Summary | undefined {
  const fitting = summaries.filter(
    ({ setting }) =>
      (variant === undefined || setting.variant === variant) &&
      (activation === undefined || setting.activation === activation) &&
      (batchNorm === undefined || setting.batchNorm === batchNorm),
  );
  const byRate = atEnd(fitting, learningRate, ({ setting }) => setting.learningRate);
  return atEnd(byRate, depth, ({ setting }) => setting.depth)[0];
}

function atEnd(
  summaries: readonly Summary[],
  end: 'least' | 'most' | undefined,
  value: (summary: Summary) => number,
): readonly Summary[] {
  if (end === undefined) return summaries;
  const values = summaries.map(value);
  const wanted = end === 'least' ? Math.min(...values) : Math.max(...values);
  return summaries.filter((summary) => value(summary) === wanted);
}
