import { memo, type PointerEvent, useMemo, useState } from 'react';
import { t } from '../language/t';
import type { Run } from '../training/run';
import styles from './Chart.module.css';
import { CurveAxes } from './CurveAxes';
import { CurveKey } from './CurveKey';
import { trainingColour, validationColour } from './chartLook';
import { curveGeometry, curveMargin, curvePath, nearestPoint } from './curveGeometry';
import { SeriesTooltip } from './SeriesTooltip';
import { epochMarks, lastStepOnAxis } from './stepAxis';
import type { SeriesPoint } from './trainingSeries';
import { useSize } from './useSize';
import { useTurn } from './useTurn';
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
  /** Its place among the curves that are drawn: their axes come one after the other, as they take long. */
  turn: number;
}

/** Room that the name of an epoch takes under the axis, in px. */
const epochNameExtent = 72;

/**
 * A curve of the training, thin as measured and thick smoothed, with a dot for each validation. Recharts draws its axes;
 * what moves with the run lies over them, a path for each line: Recharts took a tenth of a second to lay both out anew,
 * in which the window answered to nothing.
 */
export const TrainingCurve = memo(function TrainingCurve(props: TrainingCurveProps) {
  const { title, unit, run, points, validation, axis, format, shownStep, turn } = props;
  const [plot, size] = useSize<HTMLDivElement>();
  const [pointer, setPointer] = useState<number | null>(null);
  const drawsAxes = useTurn(turn);
  const lastStep = run === null ? 1 : lastStepOnAxis(run);
  const geometry = useMemo(() => curveGeometry(size, lastStep, axis), [size, lastStep, axis]);
  const marks = useMemo(() => {
    const most = Math.max(1, Math.floor(size.width / epochNameExtent));
    return [0, ...(run === null ? [] : epochMarks(run, most).map(({ step }) => step))];
  }, [run, size.width]);
  const stepsPerEpoch = run?.stepsPerEpoch ?? 1;
  const pointed = pointer === null ? undefined : nearestPoint(points, pointer, geometry);
  const { x, y } = geometry;
  const across = (step: number) => `M${x(step)} ${curveMargin.top}V${size.height - curveMargin.bottom}`;
  const point = ({ clientX, currentTarget }: PointerEvent) =>
    setPointer(clientX - currentTarget.getBoundingClientRect().left);

  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['title']}>
        {title}
        {unit !== '' && <span>{unit}</span>}
        <CurveKey />
      </figcaption>
      <div className={styles['plot']}>
        <div
          ref={plot}
          className={styles['drawing']}
          onPointerMove={point}
          onPointerLeave={() => setPointer(null)}
        >
          {size.width > 0 && drawsAxes && (
            <CurveAxes
              size={size}
              lastStep={lastStep}
              axis={axis}
              marks={marks}
              stepsPerEpoch={stepsPerEpoch}
            />
          )}
          {size.width > 0 && (
            <svg
              className={styles['lines']}
              width={size.width}
              height={size.height}
              role="img"
              aria-label={t`${title} over the steps of the run`}
            >
              {shownStep !== null && <path d={across(shownStep)} stroke="var(--fg)" strokeOpacity={0.5} />}
              <g fill="none" stroke={trainingColour} strokeLinejoin="round">
                <path
                  data-curve="measured"
                  d={curvePath(points, 'measured', geometry)}
                  strokeOpacity={0.32}
                />
                <path d={curvePath(points, 'smoothed', geometry)} className={styles['smoothed']} />
              </g>
              {validation.map(({ step, value }) => (
                <circle
                  key={step}
                  cx={x(step)}
                  cy={y(value)}
                  r={4.5}
                  fill={validationColour}
                  stroke="var(--bg)"
                  strokeWidth={1.5}
                />
              ))}
              {pointed !== undefined && (
                <>
                  <path d={across(pointed.step)} stroke="var(--fg)" strokeOpacity={0.3} />
                  <circle
                    cx={x(pointed.step)}
                    cy={y(pointed.smoothed)}
                    r={4}
                    fill={trainingColour}
                    stroke="var(--bg)"
                    strokeWidth={2}
                  />
                </>
              )}
            </svg>
          )}
          {pointed !== undefined && (
            <SeriesTooltip
              point={pointed}
              geometry={geometry}
              stepsPerEpoch={stepsPerEpoch}
              format={format}
            />
          )}
        </div>
      </div>
    </figure>
  );
});
