import { useMemo } from 'react';
import chart from '../charts/Chart.module.css';
import { CurveAxes } from '../charts/CurveAxes';
import { curveGeometry, curveMargin, curvePath } from '../charts/curveGeometry';
import { epochMarks } from '../charts/stepAxis';
import type { SeriesPoint } from '../charts/trainingSeries';
import { useSize } from '../charts/useSize';
import type { ValueAxis } from '../charts/valueAxis';
import { t } from '../language/t';
import styles from './CompareTab.module.css';
import { sideLooks } from './sideLooks';
import type { TwinView } from './useTwinView';

interface TwinCurveProps {
  title: string;
  unit: string;
  view: TwinView;
  points: readonly [readonly SeriesPoint[], readonly SeriesPoint[]];
  axis: ValueAxis;
  format: (value: number) => string;
}

/** Room that the name of an epoch takes under the axis, in px. */
const epochNameExtent = 72;
/** Two names need so much room between them, in px. */
const nameHeight = 15;

/** One measure of both networks over the steps, each named with its last value. */
export function TwinCurve({ title, unit, view, points, axis, format }: TwinCurveProps) {
  const [plot, size] = useSize<HTMLDivElement>();
  const { lastStep, step } = view;
  const [{ run }] = view.sides;
  const range = useMemo(() => ({ first: 0, last: lastStep }), [lastStep]);
  const geometry = useMemo(() => curveGeometry(size, range, axis), [size, range, axis]);
  const marks = useMemo(() => {
    const most = Math.max(1, Math.floor(size.width / epochNameExtent));
    return [0, ...epochMarks(run, most).map((mark) => mark.step)];
  }, [run, size.width]);
  const ends = points.map((series) => series.at(-1));
  const heights = apart(
    ends.map((end) => geometry.y(end?.smoothed ?? Number.NaN)),
    size.height - curveMargin.bottom,
  );
  return (
    <figure className={chart['chart']}>
      <figcaption className={chart['title']}>
        {title}
        <span>{unit}</span>
      </figcaption>
      <div className={chart['plot']}>
        <div ref={plot} className={styles['drawing']}>
          {size.width > 0 && (
            <>
              <CurveAxes
                size={size}
                range={range}
                axis={axis}
                marks={marks}
                stepsPerEpoch={run.stepsPerEpoch}
              />
              <svg
                className={chart['lines']}
                width={size.width}
                height={size.height}
                role="img"
                aria-label={t`${title} of both networks over the steps`}
              >
                <path
                  d={`M${geometry.x(step)} ${curveMargin.top}V${size.height - curveMargin.bottom}`}
                  stroke="var(--fg)"
                  strokeOpacity={0.5}
                />
                {sideLooks.map(({ letter, colour, dashes }, place) => (
                  <g key={letter} fill="none" stroke={colour} strokeLinejoin="round">
                    <path d={curvePath(points[place] ?? [], 'measured', geometry)} strokeOpacity={0.28} />
                    <path
                      d={curvePath(points[place] ?? [], 'smoothed', geometry)}
                      className={chart['smoothed']}
                      strokeDasharray={dashes}
                    />
                  </g>
                ))}
                {sideLooks.map(({ letter, colour }, place) => {
                  const end = ends[place];
                  if (end === undefined) return null;
                  return (
                    <text
                      key={letter}
                      className={styles['name']}
                      x={size.width - curveMargin.right}
                      y={heights[place]}
                      textAnchor="end"
                      fill={colour}
                    >
                      {`${view.sides[place]?.name ?? ''} ${format(end.smoothed)}`}
                    </text>
                  );
                })}
              </svg>
            </>
          )}
        </div>
      </div>
    </figure>
  );
}

/** Heights of two names over their curves' ends, so that neither covers the other nor leaves the plot. */
function apart(heights: readonly number[], bottom: number): readonly number[] {
  const [one = 0, other = 0] = heights.map((height) =>
    Math.max(curveMargin.top + 10, Math.min(bottom - 6, height - 7)),
  );
  if (Math.abs(one - other) >= nameHeight) return [one, other];
  const upper = Math.min(one, other, bottom - 6 - nameHeight);
  return one <= other ? [upper, upper + nameHeight] : [upper + nameHeight, upper];
}
