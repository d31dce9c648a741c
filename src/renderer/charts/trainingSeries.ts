import type { TelemetryLog } from '../training/telemetryLog';
import { decimate } from './decimate';
import type { StepRange } from './stepRange';

/** A point of a training curve. */
export interface SeriesPoint {
  readonly step: number;
  /** Of one batch. */
  readonly measured: number;
  /** Mean over a window around the step. */
  readonly smoothed: number;
}

/** A column of the log that can be drawn over steps. */
type SeriesColumn = 'losses' | 'metrics' | 'learningRates';

const pointLimit = 240;
/** The window reaches over this share of the samples to each side, and over so many at most. */
const windowShare = 0.02;
const widestReach = 100;

/** Factors on both. */
export const reachFactors = { none: 0, light: 0.4, medium: 1, strong: 4 } as const;
export type Smoothing = keyof typeof reachFactors;

/**
 * A column of the log as a curve of at most 240 points; values that are not finite are left out. Of a `range` of steps,
 * the points inside and one to each side, so that lines go on to the edge.
 */
export function trainingSeries(
  log: TelemetryLog,
  column: SeriesColumn,
  smoothing: Smoothing,
  scale = 1,
  range: StepRange | null = null,
): readonly SeriesPoint[] {
  const values = log[column];
  const smoothed = smooth(log.length, reachFactors[smoothing], (index) => values.at(index));
  const start = range === null ? 0 : Math.max(0, log.sampleAt(range.first));
  const end = range === null ? log.length : Math.min(log.length, log.sampleAt(range.last) + 2);
  return decimate(Math.max(0, end - start), pointLimit, (place) => values.at(start + place))
    .map((place) => start + place)
    .map((index) => ({
      step: log.steps.at(index),
      measured: values.at(index) * scale,
      smoothed: smoothed(index) * scale,
    }))
    .filter(({ measured, smoothed }) => Number.isFinite(measured) && Number.isFinite(smoothed));
}

/** Samples to each side of a mean, where there are so many. */
function reachOf(length: number, factor: number): number {
  return Math.round(Math.min(widestReach, length * windowShare) * factor);
}

/** A sample of a curve, with all digits; what `trainingSeries` draws of it, if it does. */
export function pointAt(
  log: TelemetryLog,
  column: SeriesColumn,
  smoothing: Smoothing,
  sample: number,
  scale = 1,
): SeriesPoint {
  const values = log[column];
  const reach = Math.min(reachOf(log.length, reachFactors[smoothing]), sample);
  const end = Math.min(log.length, sample + reach + 1);
  let sum = 0;
  for (let index = sample - reach; index < end; index += 1) sum += values.at(index);
  return {
    step: log.steps.at(sample),
    measured: values.at(sample) * scale,
    smoothed: (sum / (end - sample + reach)) * scale,
  };
}

/**
 * Means around each sample. At the start, where curves are steep, the window narrows to the value itself; at the
 * end it loses its right half, so that the curve's tip does not jump from batch to batch.
 */
function smooth(
  length: number,
  factor: number,
  valueAt: (index: number) => number,
): (index: number) => number {
  const sums = new Float64Array(length + 1);
  for (let index = 0; index < length; index += 1) sums[index + 1] = (sums[index] ?? 0) + valueAt(index);
  const widest = reachOf(length, factor);
  return (index) => {
    const reach = Math.min(widest, index);
    const end = Math.min(length, index + reach + 1);
    const sum = (sums[end] ?? Number.NaN) - (sums[index - reach] ?? Number.NaN);
    return sum / (end - index + reach);
  };
}
