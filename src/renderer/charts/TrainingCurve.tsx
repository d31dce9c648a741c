import { memo, useMemo } from 'react';
import { Line } from 'recharts';
import { t } from '../language/t';
import { formatLearningRate } from '../training/formatValues';
import type { Run } from '../training/run';
import styles from './Chart.module.css';
import { CurveKey } from './CurveKey';
import { CurveLines } from './CurveLines';
import { trainingColour, validationColour } from './chartLook';
import { curveRows } from './curveRows';
import { curveSummary } from './curveSummary';
import { stepsOf, stepsOfLog } from './measuredSteps';
import { StepPlot } from './StepPlot';
import type { StepReading, StepValue } from './StepTooltip';
import type { StepSpan } from './stepView';
import { pointAt, type SeriesPoint, type Smoothing } from './trainingSeries';
import type { ValueAxis } from './valueAxis';

export interface ValidationPoint {
  readonly step: number;
  readonly validation: number;
}

const validationDot = {
  r: 4.5,
  fill: validationColour,
  stroke: 'var(--bg)',
  strokeWidth: 1.5,
  clipDot: false,
};

interface TrainingCurveProps {
  title: string;
  /** Unit and scale, beside the title. */
  unit: string;
  column: 'losses' | 'metrics';
  /** By which what was measured is multiplied. */
  scale: number;
  /** Null before the first run: the axes alone are drawn. */
  run: Run | null;
  span: StepSpan;
  smoothing: Smoothing;
  points: readonly SeriesPoint[];
  validation: readonly ValidationPoint[];
  axis: ValueAxis;
  format: (value: number) => string;
  /** The step that the window shows in place of the last. */
  shownStep: number | null;
  turn: number;
}

/** A curve of the training, thin as measured and thick smoothed, with a dot for each validation. */
export const TrainingCurve = memo(function TrainingCurve(props: TrainingCurveProps) {
  const { title, unit, column, scale, run, span, smoothing, points, validation, axis, format } = props;
  const steps = useMemo(() => (run === null ? stepsOf([]) : stepsOfLog(run.log)), [run]);
  const rows = useMemo(
    () =>
      curveRows(
        points.map((point) => ({ ...point })),
        validation.map((point) => ({ ...point })),
      ),
    [points, validation],
  );
  const valueAt = (sample: number) =>
    run === null ? null : pointAt(run.log, column, smoothing, sample, scale);
  const readAt = (sample: number): StepReading => {
    const point = valueAt(sample);
    if (run === null || point === null) return { step: 0, values: [] };
    return {
      step: point.step,
      values: [
        { name: t`this batch`, text: format(point.measured) },
        { name: t`smoothed`, text: format(point.smoothed) },
        ...lastValidation(run, column, scale, point.step, format),
        ...(column === 'losses'
          ? [{ name: t`learning rate`, text: formatLearningRate(run.log.learningRates.at(sample)) }]
          : []),
      ],
    };
  };
  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['title']}>
        {title}
        <span>{unit}</span>
        <CurveKey />
      </figcaption>
      <StepPlot
        {...{ title, run, span, steps, axis, rows, readAt }}
        label={t`${title} over the steps of the run`}
        summary={curveSummary(points, format)}
        shownStep={props.shownStep}
        turn={props.turn}
        dotsAt={(sample) => [{ value: valueAt(sample)?.smoothed ?? Number.NaN, colour: trainingColour }]}
      >
        <CurveLines measured="measured" smoothed="smoothed" colour={trainingColour} />
        <Line
          dataKey="validation"
          stroke="none"
          dot={validationDot}
          activeDot={false}
          isAnimationActive={false}
        />
      </StepPlot>
    </figure>
  );
});

/** What the last validation found until a step; nothing before the first. */
function lastValidation(
  { epochs }: Run,
  column: 'losses' | 'metrics',
  scale: number,
  step: number,
  format: (value: number) => string,
): readonly StepValue[] {
  const last = epochs.findLast((epoch) => epoch.step <= step && epoch.validationLoss !== null);
  const value = column === 'losses' ? last?.validationLoss : last?.validationMetric;
  if (last === undefined || value === null || value === undefined) return [];
  return [{ name: t`validation, epoch ${last.epoch}`, text: format(value * scale) }];
}
