/** A value at a time, in one of several settings between which values jump. */
export interface TrendPoint {
  readonly time: number;
  readonly value: number;
  readonly setting: string;
}

/**
 * The slope that fits best (least squares) where each setting has a level of its own: what grows with time, whatever
 * changes with the setting. 0 where there is nothing to fit.
 */
export function commonSlope(points: readonly TrendPoint[]): number {
  let [products, squares] = [0, 0];
  for (const setting of new Set(points.map((point) => point.setting))) {
    const alike = points.filter((point) => point.setting === setting);
    const time = mean(alike.map((point) => point.time));
    const value = mean(alike.map((point) => point.value));
    for (const point of alike) {
      products += (point.time - time) * (point.value - value);
      squares += (point.time - time) ** 2;
    }
  }
  return squares === 0 ? 0 : products / squares;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A straight line through points, and how far they are from it. */
export interface LineFit {
  readonly slope: number;
  readonly intercept: number;
  /** The largest distance of a point from the line, as a share of its value. */
  readonly worst: number;
}

export function fitLine(points: readonly { readonly at: number; readonly value: number }[]): LineFit {
  const slope = commonSlope(points.map(({ at, value }) => ({ time: at, value, setting: '' })));
  const intercept = mean(points.map(({ value }) => value)) - slope * mean(points.map(({ at }) => at));
  const worst = Math.max(...points.map(({ at, value }) => Math.abs(value - intercept - slope * at) / value));
  return { slope, intercept, worst };
}
