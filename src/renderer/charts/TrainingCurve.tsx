import { memo, useMemo } from 'react';
import { CartesianGrid, Line, LineChart, ReferenceDot, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import type { Run } from '../training/run';
import styles from './Chart.module.css';
import { CurveKey } from './CurveKey';
import { trainingColour, validationColour } from './chartLook';
import { SeriesTooltip } from './SeriesTooltip';
import { epochMarks, lastStepOnAxis } from './stepAxis';
import type { SeriesPoint } from './trainingSeries';
import { useSize } from './useSize';
import type { ValueAxis } from './valueAxis';

export interface ValidationPoint {
  readonly step: number;
  readonly value: number;
}

interface TrainingCurveProps {
  title: string;
  /** Unit and scale, beside the title. */
  unit: string;
  /** Null before the first run: the axes alone are drawn. */
  run: Run | null;
  points: readonly SeriesPoint[];
  validation: readonly ValidationPoint[];
  axis: ValueAxis;
  format: (value: number) => string;
  /** The step that the window shows in place of the last. */
  shownStep: number | null;
}

/** Room around the plot and its axes in px; on the right, for half of the last epoch's name. */
const margin = { left: 0, right: 22, top: 8, bottom: 0 } as const;
/** Room that the name of an epoch takes under the axis, in px. */
const epochNameExtent = 72;

const axisText = { className: styles['axis'] ?? '' };
const pointedStep = { stroke: 'var(--fg)', strokeOpacity: 0.3 };
const pointedValue = { r: 4, fill: trainingColour, stroke: 'var(--bg)', strokeWidth: 2 };
const tooltipPlace = { y: 12 };

/** A curve of the training, thin as measured and thick smoothed, with a dot for each validation. */
export const TrainingCurve = memo(function TrainingCurve(props: TrainingCurveProps) {
  const { title, unit, run, points, validation, axis, format, shownStep } = props;
  const [plot, { width, height }] = useSize<HTMLDivElement>();
  const lastStep = run === null ? 1 : lastStepOnAxis(run);
  const steps = useMemo(() => [0, lastStep], [lastStep]);
  const marks = useMemo(() => {
    const most = Math.max(1, Math.floor(width / epochNameExtent));
    return [0, ...(run === null ? [] : epochMarks(run, most).map(({ step }) => step))];
  }, [run, width]);
  const stepsPerEpoch = run?.stepsPerEpoch ?? 1;
  // Recharts draws the axes of an empty chart only where their limits don't depend on data.
  const empty = points.length === 0;

  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['title']}>
        {title}
        {unit !== '' && <span>{unit}</span>}
        <CurveKey />
      </figcaption>
      <div className={styles['plot']}>
        <div ref={plot} className={styles['drawing']}>
          {width > 0 && (
            <LineChart
              width={width}
              height={height}
              margin={margin}
              data={points}
              aria-label={`${title} over the steps of the run`}
            >
              <CartesianGrid vertical={false} stroke="var(--line)" syncWithTicks />
              <XAxis
                dataKey="step"
                type="number"
                domain={steps}
                allowDataOverflow={empty}
                ticks={marks}
                tickFormatter={(step: number) => (step === 0 ? '0' : `epoch ${step / stepsPerEpoch}`)}
                interval={0}
                height={24}
                tick={axisText}
                tickSize={0}
                tickMargin={10}
                tickLine={false}
                axisLine={false}
              />
              <YAxis
                scale={axis.scale}
                domain={axis.domain}
                allowDataOverflow={empty}
                ticks={axis.ticks}
                tickFormatter={axis.format}
                interval={0}
                width={38}
                tick={axisText}
                tickSize={0}
                tickMargin={7}
                tickLine={false}
                axisLine={false}
              />
              {shownStep !== null && <ReferenceLine x={shownStep} stroke="var(--fg)" strokeOpacity={0.5} />}
              <Line
                dataKey="measured"
                stroke={trainingColour}
                strokeOpacity={0.32}
                dot={false}
                activeDot={false}
                isAnimationActive={false}
              />
              <Line
                dataKey="smoothed"
                stroke={trainingColour}
                strokeWidth={2.25}
                dot={false}
                activeDot={pointedValue}
                isAnimationActive={false}
              />
              {validation.map(({ step, value }) => (
                <ReferenceDot
                  key={step}
                  x={step}
                  y={value}
                  r={4.5}
                  fill={validationColour}
                  stroke="var(--bg)"
                  strokeWidth={1.5}
                  ifOverflow="visible"
                />
              ))}
              <Tooltip
                content={<SeriesTooltip stepsPerEpoch={stepsPerEpoch} format={format} />}
                cursor={pointedStep}
                position={tooltipPlace}
                offset={12}
                isAnimationActive={false}
              />
            </LineChart>
          )}
        </div>
      </div>
    </figure>
  );
});
