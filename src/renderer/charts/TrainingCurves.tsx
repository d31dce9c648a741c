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
import { decimate } from './decimate';
import { linearLossAxis, logLossAxis } from './lossAxis';
import { TrainingCurve, type ValidationPoint } from './TrainingCurve';
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
  const loss = useMemo(() => lossCurve(run, scale, smoothing, paint), [run, scale, smoothing, paint]);
  const lossAxis = useSteadyAxis(useMemo(() => axisOf(loss, scale), [loss, scale]));
  const metric = useMemo(() => metricCurve(run, smoothing, paint), [run, smoothing, paint]);
  return (
    <div ref={box} className={styles['charts']}>
      <TrainingCurve
        title={t`Loss`}
        unit={scale === 'log' ? t`log scale` : ''}
        run={run}
        {...loss}
        axis={lossAxis}
        format={formatLoss}
        shownStep={shownStep}
        turn={0}
      />
      <TrainingCurve
        title={run === null ? t`Accuracy` : metricName(run.document)}
        unit="%"
        run={run}
        {...metric}
        axis={percentAxis}
        format={formatPercentage}
        shownStep={shownStep}
        turn={1}
      />
    </div>
  );
}

/** The run's log grows in place: `paint` says when it is to be read anew. */
function lossCurve(run: Run | null, scale: ValueAxis['scale'], smoothing: Smoothing, _paint: number): Curve {
  if (run === null) return { points: [], validation: [] };
  const points = trainingSeries(run.log, 'losses', smoothing);
  const validation = validationPoints(run, ({ validationLoss }) => validationLoss);
  if (scale === 'linear') return { points, validation };
  // A logarithmic axis has no place for a loss of zero.
  return {
    points: points.filter(({ measured }) => measured > 0),
    validation: validation.filter(({ value }) => value > 0),
  };
}

function metricCurve(run: Run | null, smoothing: Smoothing, _paint: number): Curve {
  if (run === null) return { points: [], validation: [] };
  const percent = (share: number | null) => (share === null ? null : share * 100);
  return {
    points: trainingSeries(run.log, 'metrics', smoothing, 100),
    validation: validationPoints(run, ({ validationMetric }) => percent(validationMetric)),
  };
}

function validationPoints(
  { epochs }: Run,
  valueAt: (epoch: EpochResult) => number | null,
): readonly ValidationPoint[] {
  const points = epochs.flatMap((epoch) => {
    const value = valueAt(epoch);
    return value !== null && Number.isFinite(value) ? [{ step: epoch.step, value }] : [];
  });
  const shown = new Set(decimate(points.length, dotLimit, (place) => points[place]?.value ?? Number.NaN));
  return points.filter((_, place) => shown.has(place));
}

/** An axis that holds all of a curve of losses. */
function axisOf({ points, validation }: Curve, scale: ValueAxis['scale']): ValueAxis {
  const values = [
    ...points.flatMap(({ measured, smoothed }) => [measured, smoothed]),
    ...validation.map(({ value }) => value),
  ];
  const highest = values.length === 0 ? 2.5 : Math.max(...values);
  const lowest = values.length === 0 ? 0.01 : Math.min(...values);
  const axis = scale === 'linear' ? linearLossAxis(highest) : logLossAxis(lowest, highest);
  return { scale, ...axis, format: formatLossTick };
}

/** Ticks below a thousandth have no room in decimals: 1e−4. */
function formatLossTick(loss: number): string {
  if (loss > 0 && loss < 0.001) return loss.toExponential().replace('-', '−');
  return String(Number(loss.toPrecision(3)));
}

function formatPercentage(percent: number): string {
  return formatPercent(percent / 100);
}
