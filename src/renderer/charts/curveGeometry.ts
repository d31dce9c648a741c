import type { StepRange } from './stepRange';
import type { Size } from './useSize';

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

/** Where steps stand in a chart of curves, in px from its left edge. */
interface CurveGeometry {
  x(step: number): number;
  /** The step at a place. */
  stepAt(place: number): number;
}

export function curveGeometry({ width }: Size, { first, last }: StepRange): CurveGeometry {
  const { left, right } = curveMargin;
  const across = Math.max(0, width - left - right);
  return {
    x: (step) => left + ((step - first) / (last - first)) * across,
    stepAt: (x) => first + ((x - left) / Math.max(1, across)) * (last - first),
  };
}
