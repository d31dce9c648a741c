import type { TelemetryLog } from '../training/telemetryLog';
import { decimate } from './decimate';

/** A point of a training curve. */
export interface SeriesPoint {
  readonly step: number;
  /** Of one batch. */
  readonly measured: number;
  /** Mean over a window around the step. */
  readonly smoothed: number;
}

const pointLimit = 240;
/** The window reaches over this share of the samples to each side, and over so many at most. */
const windowShare = 0.02;
const widestReach = 100;

/** A column of the log as a curve of at most 240 points; values that are not finite are left out. */
export function trainingSeries(
  log: TelemetryLog,
  column: 'losses' | 'metrics',
  scale = 1,
): readonly SeriesPoint[] {
  const values = log[column];
  const smoothed = smooth(log.length, (index) => values.at(index));
  return decimate(log.length, pointLimit, (index) => values.at(index))
    .map((index) => ({
      step: log.steps.at(index),
      measured: values.at(index) * scale,
      smoothed: smoothed(index) * scale,
    }))
    .filter(({ measured, smoothed }) => Number.isFinite(measured) && Number.isFinite(smoothed));
}

/**
 * Means around each sample. At the start, where curves are steep, the window narrows to the value itself; at the
 * end it loses its right half, so that the curve's tip does not jump from batch to batch.
 */
function smooth(length: number, valueAt: (index: number) => number): (index: number) => number {
  const sums = new Float64Array(length + 1);
  for (let index = 0; index < length; index += 1) sums[index + 1] = (sums[index] ?? 0) + valueAt(index);
  const widest = Math.min(widestReach, Math.round(length * windowShare));
  return (index) => {
    const reach = Math.min(widest, index);
    const end = Math.min(length, index + reach + 1);
    const sum = (sums[end] ?? Number.NaN) - (sums[index - reach] ?? Number.NaN);
    return sum / (end - index + reach);
  };
}
