import { useMemo } from 'react';
import { usePlotArea, useYAxisScale } from 'recharts';
import chart from '../charts/Chart.module.css';
import { CurveLines } from '../charts/CurveLines';
import { curveMargin } from '../charts/curveGeometry';
import { curveRows } from '../charts/curveRows';
import { curveSummary } from '../charts/curveSummary';
import { nearestSample, stepsOfLog } from '../charts/measuredSteps';
import { StepPlot } from '../charts/StepPlot';
import type { StepReading } from '../charts/StepTooltip';
import type { StepSpan } from '../charts/stepView';
import { pointAt, type SeriesPoint, type Smoothing } from '../charts/trainingSeries';
import type { ValueAxis } from '../charts/valueAxis';
import { t } from '../language/t';
import styles from './CompareTab.module.css';
import { sideLooks } from './sideLooks';
import type { TwinView } from './useTwinView';

interface TwinCurveProps {
  title: string;
  unit: string;
  column: 'losses' | 'metrics';
  /** By which what was measured is multiplied. */
  scale: number;
  smoothing: Smoothing;
  view: TwinView;
  span: StepSpan;
  points: readonly [readonly SeriesPoint[], readonly SeriesPoint[]];
  axis: ValueAxis;
  format: (value: number) => string;
  turn: number;
}

/** Two names need so much room between them, in px. */
const nameHeight = 15;

/** One measure of both networks over the steps, each named with its last value. */
export function TwinCurve(props: TwinCurveProps) {
  const { title, unit, column, scale, smoothing, view, span, points, axis, format, turn } = props;
  const [{ run }] = view.sides;
  const steps = useMemo(() => stepsOfLog(run.log), [run.log]);
  const rows = useMemo(
    () =>
      curveRows(
        ...points.map((series, place) => {
          const letter = sideLooks[place]?.letter ?? '';
          return series.map(({ step, measured, smoothed }) => ({
            step,
            [`measured${letter}`]: measured,
            [`smoothed${letter}`]: smoothed,
          }));
        }),
      ),
    [points],
  );
  /** Both networks at the step of the first one's sample. */
  const pointsAt = (sample: number): readonly SeriesPoint[] =>
    view.sides.map(({ run: { log } }) => {
      const place = nearestSample(stepsOfLog(log), steps.at(sample));
      return pointAt(log, column, smoothing, place, scale);
    });
  const readAt = (sample: number): StepReading => ({
    step: steps.at(sample),
    values: pointsAt(sample).flatMap(({ measured, smoothed }, place) => {
      const { name } = view.sides[place] ?? { name: '' };
      return [
        { name, text: format(smoothed), ...colourOf(place) },
        { name: t`${name}, this batch`, text: format(measured) },
      ];
    }),
  });
  return (
    <figure className={chart['chart']}>
      <figcaption className={chart['title']}>
        {title}
        <span>{unit}</span>
      </figcaption>
      <StepPlot
        {...{ title, run, span, steps, axis, rows, readAt, turn }}
        label={t`${title} of both networks over the steps`}
        summary={view.sides
          .map(({ name }, place) => `${name}: ${curveSummary(points[place] ?? [], format)}`)
          .join(' ')}
        shownStep={view.step}
        dotsAt={(sample) =>
          pointsAt(sample).map(({ smoothed }, place) => ({
            value: smoothed,
            colour: sideLooks[place]?.colour ?? '',
          }))
        }
      >
        {sideLooks.map(({ letter, colour, dashes }) => (
          <CurveLines
            key={letter}
            measured={`measured${letter}`}
            smoothed={`smoothed${letter}`}
            {...{ colour, dashes }}
          />
        ))}
        <EndNames {...{ view, points, format }} />
      </StepPlot>
    </figure>
  );
}

function colourOf(place: number): { readonly colour?: string } {
  const look = sideLooks[place];
  return look === undefined ? {} : { colour: look.colour };
}

/** The networks at the ends of their curves, each with its last value that is in view. */
function EndNames({ view, points, format }: Pick<TwinCurveProps, 'view' | 'points' | 'format'>) {
  const y = useYAxisScale();
  const area = usePlotArea();
  if (y === undefined || area === undefined) return null;
  const ends = points.map((series) => series.at(-1));
  const heights = apart(
    ends.map((end) => (end === undefined ? Number.NaN : (y(end.smoothed) ?? Number.NaN))),
    area.y + area.height,
  );
  return sideLooks.map(({ letter, colour }, place) => {
    const end = ends[place];
    if (end === undefined) return null;
    return (
      <text
        key={letter}
        className={styles['name']}
        x={area.x + area.width}
        y={heights[place]}
        textAnchor="end"
        fill={colour}
      >
        {`${view.sides[place]?.name ?? ''} ${format(end.smoothed)}`}
      </text>
    );
  });
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
