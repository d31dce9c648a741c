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
