import { useId } from 'react';
import { t } from '../language/t';
import styles from './Chart.module.css';
import { trainingColour, validationColour } from './chartLook';
import { type CurveGeometry, curveMargin, curvePath } from './curveGeometry';
import type { StepRange } from './stepRange';
import type { SeriesPoint } from './trainingSeries';

export interface ValidationPoint {
  readonly step: number;
  readonly value: number;
}

interface CurveLinesProps {
  title: string;
  geometry: CurveGeometry;
  points: readonly SeriesPoint[];
  validation: readonly ValidationPoint[];
  /** The step that the window shows in place of the last. */
  shownStep: number | null;
  pointed: SeriesPoint | undefined;
  /** A stretch that is being chosen. */
  selection: StepRange | null;
}

/** What moves with the run in a training curve: its lines and dots, and the marks of steps. */
export function CurveLines(props: CurveLinesProps) {
  const { title, geometry, points, validation, shownStep, pointed, selection } = props;
  const { x, y, width, height } = geometry;
  const clip = useId();
  const { left, right, top, bottom } = curveMargin;
  const across = (step: number) => `M${x(step)} ${top}V${height - bottom}`;
  return (
    <svg
      className={styles['lines']}
      width={width}
      height={height}
      role="img"
      aria-label={t`${title} over the steps of the run`}
    >
      <clipPath id={clip}>
        {/* Dots at either end are drawn whole. */}
        <rect x={left - 6} y={0} width={Math.max(0, width - left - right + 12)} height={height} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {selection !== null && (
          <rect
            x={x(selection.first)}
            y={top}
            width={Math.max(0, x(selection.last) - x(selection.first))}
            height={Math.max(0, height - top - bottom)}
            fill="var(--accent-soft)"
            fillOpacity={0.6}
          />
        )}
        {shownStep !== null && <path d={across(shownStep)} stroke="var(--fg)" strokeOpacity={0.5} />}
        <g fill="none" stroke={trainingColour} strokeLinejoin="round">
          <path data-curve="measured" d={curvePath(points, 'measured', geometry)} strokeOpacity={0.32} />
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
      </g>
    </svg>
  );
}
