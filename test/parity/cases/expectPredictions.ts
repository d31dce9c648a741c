import { expect } from 'vitest';

/** Predictions of another program equal the engine's: to a thousandth of the largest. */
export function expectPredictions(found: ArrayLike<number>, expected: Float32Array): void {
  expect(found).toHaveLength(expected.length);
  const largest = expected.reduce((bound, value) => Math.max(bound, Math.abs(value)), 0);
  expect(largest).toBeGreaterThan(0);
  const apart = expected.reduce(
    (bound, value, at) => Math.max(bound, Math.abs(value - (found[at] ?? Number.NaN))),
    0,
  );
  expect(apart).toBeLessThanOrEqual(1e-3 * largest);
}
