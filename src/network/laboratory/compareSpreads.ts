import { type Spread, standardError } from './spread';

/** 97.5 % quantiles of Student's t with 1, 2, 3 … degrees of freedom. */
const quantiles: readonly number[] = [
  ...[12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228],
  ...[2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11, 2.101, 2.093, 2.086],
];
/** Of more degrees of freedom: above all of their quantiles. */
const laterQuantile = 2.086;

/** So many values on each side tell two samples apart where their ranges don't overlap: 1 in 20 by chance. */
const separableCount = 3;

export type Comparison =
  | 'above'
  | 'below'
  /** Closer than the spread over the seeds allows to tell. */
  | 'level'
  /** One seed on a side: there is no spread to tell by. */
  | 'unknown';

/**
 * Whether the left mean is above or below the right one: by Welch's t-test at 5 %, or because no value of either side
 * lies within the other's range.
 */
export function compareSpreads(left: Spread, right: Spread): Comparison {
  const [leftError, rightError] = [standardError(left), standardError(right)];
  if (leftError === null || rightError === null) return 'unknown';
  const separable = Math.min(left.count, right.count) >= separableCount;
  if (separable && left.least > right.most) return 'above';
  if (separable && left.most < right.least) return 'below';
  const freedom =
    (leftError ** 2 + rightError ** 2) ** 2 /
    (leftError ** 4 / (left.count - 1) + rightError ** 4 / (right.count - 1));
  return decide(left.mean - right.mean, Math.hypot(leftError, rightError), freedom);
}

/** The same against a fixed value, by the t-test alone. */
export function compareToValue(left: Spread, value: number): Comparison {
  const error = standardError(left);
  return error === null ? 'unknown' : decide(left.mean - value, error, left.count - 1);
}

/** `freedom` is rounded down, which errs towards `level`; it is NaN where no value differs from another. */
function decide(difference: number, error: number, freedom: number): Comparison {
  const quantile = Number.isNaN(freedom)
    ? 0
    : (quantiles[Math.max(1, Math.floor(freedom + 1e-9)) - 1] ?? laterQuantile);
  if (Math.abs(difference) <= quantile * error) return 'level';
  return difference > 0 ? 'above' : 'below';
}
