/** Mean and spread of one number over the seeds. */
export interface Spread {
  readonly mean: number;
  /** Standard deviation with n − 1; null of a single value, which has none. */
  readonly deviation: number | null;
  readonly count: number;
  /** The smallest and the largest value. */
  readonly least: number;
  readonly most: number;
}

/** Null where there is no value. */
export function spreadOf(values: readonly number[]): Spread | null {
  const count = values.length;
  if (count === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const range = { least: Math.min(...values), most: Math.max(...values) };
  if (count === 1) return { mean, deviation: null, count, ...range };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (count - 1)), count, ...range };
}

/** Standard error of the mean; null where there is no spread to tell it by. */
export function standardError({ deviation, count }: Spread): number | null {
  return deviation === null ? null : deviation / Math.sqrt(count);
}
