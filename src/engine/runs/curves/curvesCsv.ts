import { csvText } from '../../../network/analysis/csvText';
import { shortestFloat32 } from '../float32Text';
import type { ScalarCurve } from './scalarCurves';

/** A row for each step at which something was measured, a column for each curve; empty where it was not. */
export function curvesCsv(curves: readonly ScalarCurve[]): string {
  const steps = [...new Set(curves.flatMap(({ steps: own }) => own))].sort((left, right) => left - right);
  const places = new Map(steps.map((step, row) => [step, row]));
  const rows = steps.map((step) => [`${step}`, ...curves.map(() => '')]);
  for (const [column, curve] of curves.entries())
    for (const [index, step] of curve.steps.entries()) {
      const row = rows[places.get(step) ?? -1];
      if (row !== undefined) row[column + 1] = numberText(curve.values[index] ?? Number.NaN);
    }
  return csvText([['step', ...curves.map(({ tag }) => tag)], ...rows]);
}

function numberText(value: number): string {
  return Number.isFinite(value) ? `${shortestFloat32(value)}` : `${value}`;
}
