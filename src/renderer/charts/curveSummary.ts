import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import type { SeriesPoint } from './trainingSeries';

/** Where a curve ends and what it reached, in a sentence for those who don't see it; empty where there is no curve. */
export function curveSummary(points: readonly SeriesPoint[], format: (value: number) => string): string {
  const last = points.at(-1);
  if (last === undefined) return '';
  const lowest = points.reduce((least, point) => (point.measured < least.measured ? point : least));
  const highest = points.reduce((most, point) => (point.measured > most.measured ? point : most));
  const at = ({ measured, step }: SeriesPoint) => t`${format(measured)} at step ${formatInteger(step)}`;
  return t`Last ${at(last)}; lowest ${at(lowest)}, highest ${at(highest)}.`;
}
