import { type Spread, standardError } from './spread';

/** How far two means must be apart to be told apart, in standard errors of their difference. */
const errorsApart = 2;

export type Comparison =
  | 'above'
  | 'below'
  /** Closer than the spread over the seeds allows to tell. */
  | 'level'
  /** One seed on a side: there is no spread to tell by. */
  | 'unknown';

/** Whether the left mean is above or below the right one by more than twice the standard error of their difference. */
export function compareSpreads(left: Spread, right: Spread): Comparison {
  const [leftError, rightError] = [standardError(left), standardError(right)];
  if (leftError === null || rightError === null) return 'unknown';
  return decide(left.mean - right.mean, Math.hypot(leftError, rightError));
}

/** The same against a fixed value. */
export function compareToValue(left: Spread, value: number): Comparison {
  const error = standardError(left);
  return error === null ? 'unknown' : decide(left.mean - value, error);
}

function decide(difference: number, error: number): Comparison {
  if (Math.abs(difference) <= errorsApart * error) return 'level';
  return difference > 0 ? 'above' : 'below';
}
