import { type RefObject, useMemo } from 'react';
import { t } from '../language/t';
import { smoothingSetting } from '../settings/groups/charts';
import { useSetting } from '../settings/settingsStore';
import { formatLoss, formatPercent } from '../training/formatValues';
import { metricName } from '../training/metricName';
import type { EpochResult, Run } from '../training/run';
import { useRun } from '../training/runStore';
import { useTrainedRun } from '../training/useTrainedRun';
import styles from './Chart.module.css';
import type { ValidationPoint } from './CurveLines';
import { decimate } from './decimate';
import { linearLossAxis, logLossAxis } from './lossAxis';
import { spanAxis } from './spanAxis';
import type { StepRange } from './stepRange';
import { useNarrowedRange, wholeRun } from './stepView';
import { TrainingCurve } from './TrainingCurve';
import { type SeriesPoint, type Smoothing, trainingSeries } from './trainingSeries';
import { useChartPaint } from './useChartPaint';
import { useSteadyAxis } from './useSteadyAxis';
import type { ValueAxis } from './valueAxis';

interface Curve {
  readonly points: readonly SeriesPoint[];
  readonly validation: readonly ValidationPoint[];
}

const percentAxis: ValueAxis = {
  scale: 'linear',
  domain: [0, 100],
  ticks: [0, 25, 50, 75, 100],
  format: String,
};

/** More dots than these stand on one another. */
const dotLimit = 120;
/** Curves of thousands of steps move little in a tenth of a second. */
const repaintMilliseconds = 350;

interface TrainingCurvesProps {
  scale: ValueAxis['scale'];
  /** Holds both charts. */
  box: RefObject<HTMLDivElement | null>;
}

/** Loss and accuracy over the run, side by side. */
export function TrainingCurves({ scale, box }: TrainingCurvesProps) {
  const run = useTrainedRun();
  const shownStep = useRun((state) => state.scrubbedStep);
  const paint = useChartPaint(repaintMilliseconds);
  const smoothing = useSetting(smoothingSetting);
  const narrowed = useNarrowedRange(run);
  const { last } = wholeRun(run);
  const whole = useMemo(() => ({ first: 0, last }), [last]);
  const range = narrowed ?? whole;
  const loss = useMemo(
    () => lossCurve(run, scale, smoothing, narrowed, paint),
    [run, scale, smoothing, narrowed, paint],
  );
  const lossAxis = useSteadyAxis(
    useMemo(() => lossAxisOf(loss, scale, narrowed !== null), [loss, scale, narrowed]),
  );
  const metric = useMemo(
    () => metricCurve(run, smoothing, narrowed, paint),
    [run, smoothing, narrowed, paint],
  );
  const metricAxis = useSteadyAxis(
    useMemo(() => (narrowed === null ? percentAxis : closeAxis(metric)), [metric, narrowed]),
  );
  return (
    <div ref={box} className={styles['charts']}>
      <TrainingCurve
        title={t`Loss`}
        unit={scale === 'log' ? t`log scale` : ''}
        {...{ run, range, whole }}
        {...loss}
        axis={lossAxis}
        format={formatLoss}
        shownStep={shownStep}
        turn={0}
      />
      <TrainingCurve
        title={run === null ? t`Accuracy` : metricName(run.document)}
        unit="%"
        {...{ run, range, whole }}
        {...metric}
        axis={metricAxis}
        format={formatPercentage}
        shownStep={shownStep}
        turn={1}
      />
    </div>
  );
}

/** The run's log grows in place: `paint` says when it is to be read anew. */
function lossCurve(
  run: Run | null,
  scale: ValueAxis['scale'],
  smoothing: Smoothing,
  range: StepRange | null,
  _paint: number,
): Curve {
  if (run === null) return { points: [], validation: [] };
  const points = trainingSeries(run.log, 'losses', smoothing, 1, range);
  const validation = validationPoints(run, range, ({ validationLoss }) => validationLoss);
  if (scale === 'linear') return { points, validation };
  // A logarithmic axis has no place for a loss of zero.
  return {
    points: points.filter(({ measured }) => measured > 0),
    validation: validation.filter(({ value }) => value > 0),
  };
}

function metricCurve(run: Run | null, smoothing: Smoothing, range: StepRange | null, _paint: number): Curve {
  if (run === null) return { points: [], validation: [] };
  const percent = (share: number | null) => (share === null ? null : share * 100);
  return {
    points: trainingSeries(run.log, 'metrics', smoothing, 100, range),
    validation: validationPoints(run, range, ({ validationMetric }) => percent(validationMetric)),
  };
}

function validationPoints(
  { epochs }: Run,
  range: StepRange | null,
  valueAt: (epoch: EpochResult) => number | null,
): readonly ValidationPoint[] {
  const points = epochs.flatMap((epoch) => {
    const value = valueAt(epoch);
    if (range !== null && (epoch.step < range.first || epoch.step > range.last)) return [];
    return value !== null && Number.isFinite(value) ? [{ step: epoch.step, value }] : [];
  });
  const shown = new Set(decimate(points.length, dotLimit, (place) => points[place]?.value ?? Number.NaN));
  return points.filter((_, place) => shown.has(place));
}

/** An axis that holds all of a curve of losses; of a stretch that is looked at closely, no more than that. */
function lossAxisOf(curve: Curve, scale: ValueAxis['scale'], closely: boolean): ValueAxis {
  const values = valuesOf(curve);
  if (values.length > 0 && closely && scale === 'linear') return closeAxis(curve);
  const highest = values.length === 0 ? 2.5 : Math.max(...values);
  const lowest = values.length === 0 ? 0.01 : Math.min(...values);
  const axis = scale === 'linear' ? linearLossAxis(highest) : logLossAxis(lowest, highest);
  return { scale, ...axis, format: formatTick };
}

function closeAxis(curve: Curve): ValueAxis {
  const values = valuesOf(curve);
  return { scale: 'linear', ...spanAxis(Math.min(...values), Math.max(...values)), format: formatTick };
}

function valuesOf({ points, validation }: Curve): readonly number[] {
  return [
    ...points.flatMap(({ measured, smoothed }) => [measured, smoothed]),
    ...validation.map(({ value }) => value),
  ];
}

/** Ticks below a thousandth have no room in decimals: 1e−4. */
function formatTick(value: number): string {
  if (value > 0 && value < 0.001) return value.toExponential().replace('-', '−');
  return String(Number(value.toPrecision(4)));
}

function formatPercentage(percent: number): string {
  return formatPercent(percent / 100);
}
