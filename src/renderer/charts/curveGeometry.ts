import type { StepRange } from './stepRange';
import type { SeriesPoint } from './trainingSeries';
import type { Size } from './useSize';
import type { ValueAxis } from './valueAxis';

/** Room around the plot and its axes in px; on the right, for half of the last epoch's name. */
export const plotMargin = { left: 0, right: 22, top: 8, bottom: 0 } as const;
/** Room for the names of the axes in px. */
export const axisExtent = { left: 38, below: 24 } as const;
/** Room around the plot alone in px. */
export const curveMargin = {
  left: plotMargin.left + axisExtent.left,
  right: plotMargin.right,
  top: plotMargin.top,
  bottom: plotMargin.bottom + axisExtent.below,
} as const;

/** Places in px of a training curve. */
export interface CurveGeometry extends Size {
  x(step: number): number;
  /** The step at a place across. */
  stepAt(place: number): number;
  /** Beyond the axis, the axis' end. */
  y(value: number): number;
}

export function curveGeometry(
  { width, height }: Size,
  { first, last }: StepRange,
  { scale, domain }: ValueAxis,
): CurveGeometry {
  const { left, right, top, bottom } = curveMargin;
  const across = Math.max(0, width - left - right);
  const down = Math.max(0, height - top - bottom);
  const place = scale === 'log' ? Math.log10 : (value: number) => value;
  const [low, high] = [place(domain[0]), place(domain[1])];
  return {
    width,
    height,
    x: (step) => left + ((step - first) / (last - first)) * across,
    stepAt: (x) => first + ((x - left) / Math.max(1, across)) * (last - first),
    y: (value) => {
      const share = (place(value) - low) / (high - low);
      return top + (1 - Math.min(1, Math.max(0, share))) * down;
    },
  };
}

/** A line through one value of each point, as path data. */
export function curvePath(
  points: readonly SeriesPoint[],
  value: 'measured' | 'smoothed',
  { x, y }: CurveGeometry,
): string {
  return points
    .map(
      (point, index) => `${index === 0 ? 'M' : 'L'}${x(point.step).toFixed(1)},${y(point[value]).toFixed(1)}`,
    )
    .join('');
}

/** The point whose step is nearest to a place across; undefined where there is none. */
export function nearestPoint(
  points: readonly SeriesPoint[],
  place: number,
  { x }: CurveGeometry,
): SeriesPoint | undefined {
  let nearest: SeriesPoint | undefined;
  for (const point of points)
    if (nearest === undefined || Math.abs(x(point.step) - place) < Math.abs(x(nearest.step) - place))
      nearest = point;
  return nearest;
}
