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
import { closeCurveAxis, lossCurveAxis, percentAxis } from './curveAxes';
import { decimate } from './decimate';
import { LearningRateCurve, learningRateVaries } from './LearningRateCurve';
import { lastStepOnAxis } from './stepAxis';
import type { StepRange } from './stepRange';
import { useStepSpan } from './stepView';
import { TrainingCurve, type ValidationPoint } from './TrainingCurve';
import { type SeriesPoint, type Smoothing, trainingSeries } from './trainingSeries';
import { useChartPaint } from './useChartPaint';
import { useSteadyAxis } from './useSteadyAxis';
import type { ValueAxis } from './valueAxis';

interface Curve {
  readonly points: readonly SeriesPoint[];
  readonly validation: readonly ValidationPoint[];
}

/** More dots than these stand on one another. */
const dotLimit = 120;
/** Curves of thousands of steps move little in a tenth of a second. */
const repaintMilliseconds = 350;

interface TrainingCurvesProps {
  scale: ValueAxis['scale'];
  /** Holds the charts. */
  box: RefObject<HTMLDivElement | null>;
}

/** Loss and accuracy over the run, side by side, and the learning rate where it changes and there is room. */
export function TrainingCurves({ scale, box }: TrainingCurvesProps) {
  const run = useTrainedRun();
  const shownStep = useRun((state) => state.scrubbedStep);
  const lossPaint = useChartPaint(repaintMilliseconds);
  const metricPaint = useChartPaint(repaintMilliseconds, repaintMilliseconds / 2);
  const smoothing = useSetting(smoothingSetting);
  const span = useStepSpan(run?.id ?? null, run === null ? 1 : lastStepOnAxis(run));
  const narrowed = span.narrowed ? span.range : null;
  const loss = useMemo(
    () => lossCurve(run, scale, smoothing, narrowed, lossPaint),
    [run, scale, smoothing, narrowed, lossPaint],
  );
  const lossAxis = useSteadyAxis(
    useMemo(() => lossCurveAxis(valuesOf(loss), scale, narrowed !== null), [loss, scale, narrowed]),
  );
  const metric = useMemo(
    () => metricCurve(run, smoothing, narrowed, metricPaint),
    [run, smoothing, narrowed, metricPaint],
  );
  const metricAxis = useSteadyAxis(
    useMemo(() => (narrowed === null ? percentAxis : closeCurveAxis(valuesOf(metric))), [metric, narrowed]),
  );
  return (
    <div ref={box} className={styles['charts']}>
      <TrainingCurve
        title={t`Loss`}
        unit={scale === 'log' ? t`nats, log scale` : 'nats'}
        column="losses"
        scale={1}
        {...{ run, span, smoothing }}
        {...loss}
        axis={lossAxis}
        format={formatLoss}
        shownStep={shownStep}
        turn={0}
      />
      <TrainingCurve
        title={run === null ? t`Accuracy` : metricName(run.document)}
        unit="%"
        column="metrics"
        scale={100}
        {...{ run, span, smoothing }}
        {...metric}
        axis={metricAxis}
        format={formatPercentage}
        shownStep={shownStep}
        turn={1}
      />
      {run !== null && learningRateVaries(run.document.training) && (
        <LearningRateCurve {...{ run, span, shownStep }} turn={2} />
      )}
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
    validation: validation.filter((point) => point.validation > 0),
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
    return value !== null && Number.isFinite(value) ? [{ step: epoch.step, validation: value }] : [];
  });
  const shown = new Set(
    decimate(points.length, dotLimit, (place) => points[place]?.validation ?? Number.NaN),
  );
  return points.filter((_, place) => shown.has(place));
}

function valuesOf({ points, validation }: Curve): readonly number[] {
  return [
    ...points.flatMap(({ measured, smoothed }) => [measured, smoothed]),
    ...validation.map((point) => point.validation),
  ];
}

function formatPercentage(percent: number): string {
  return formatPercent(percent / 100);
}
