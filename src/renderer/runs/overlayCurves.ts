import type { StepRange } from '../charts/stepRange';
import { reachFactors, type Smoothing } from '../charts/trainingSeries';
import type { RunCurves } from './chosenRunsStore';

export interface CurvePoint {
  readonly step: number;
  /** NaN where it was not finite. */
  readonly value: number;
}

/** The curves of a run as they are drawn; accuracy in percent. */
interface DrawnCurves {
  readonly loss: readonly CurvePoint[];
  readonly accuracy: readonly CurvePoint[];
  readonly validationLoss: readonly CurvePoint[];
  readonly validationAccuracy: readonly CurvePoint[];
}

/** Training is noisy: the mean reaches over this share of the points to each side. */
const reachShare = 0.02;

export function runCurves(
  { steps, losses, metrics, epochs }: RunCurves,
  smoothing: Smoothing = 'medium',
): DrawnCurves {
  const training = (values: Float32Array, scale: number) =>
    runningMean(values, reachFactors[smoothing]).map((value, place) => ({
      step: steps[place] ?? 0,
      value: value * scale,
    }));
  return {
    loss: training(losses, 1),
    accuracy: training(metrics, 100),
    validationLoss: epochs.map(({ step, validationLoss }) => ({ step, value: validationLoss ?? Number.NaN })),
    validationAccuracy: epochs.map(({ step, validationMetric }) => ({
      step,
      value: (validationMetric ?? Number.NaN) * 100,
    })),
  };
}

/** Means around each value, of finite ones; towards both ends the window narrows. NaN stays where a value is. */
export function runningMean(values: Float32Array, factor = 1): readonly number[] {
  const widest = Math.round(values.length * reachShare * factor);
  return Array.from(values, (value, place) => {
    if (!Number.isFinite(value)) return Number.NaN;
    const reach = Math.min(widest, place, values.length - 1 - place);
    const around = values.subarray(place - reach, place + reach + 1).filter(Number.isFinite);
    return around.reduce((sum, other) => sum + other, 0) / around.length;
  });
}

/** The points of a curve that lie in a range of steps. */
export function inRange(points: readonly CurvePoint[], { first, last }: StepRange): readonly CurvePoint[] {
  return points.filter(({ step }) => step >= first && step <= last);
}

/** The stretches of a curve between values that are not finite. */
export function unbroken(points: readonly CurvePoint[]): readonly (readonly CurvePoint[])[] {
  const parts: CurvePoint[][] = [[]];
  for (const point of points)
    if (Number.isFinite(point.value)) parts.at(-1)?.push(point);
    else parts.push([]);
  return parts.filter(({ length }) => length > 0);
}
