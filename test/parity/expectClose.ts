import { expect } from 'vitest';

/**
 * Fails where values differ by more than `relative` of the largest magnitude of the reference. 2e−5 is what
 * float32 leaves of sums of some hundred terms.
 */
export function expectClose(
  actual: ArrayLike<number>,
  reference: ArrayLike<number>,
  what: string,
  relative = 2e-5,
): void {
  expect(actual.length, `${what}: number of values`).toBe(reference.length);
  const largest = Array.from(reference).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const worst = Array.from(reference).reduce(
    (found, value, index) => {
      const difference = Math.abs(value - (actual[index] ?? Number.NaN));
      return difference <= found.difference ? found : { difference, index };
    },
    { difference: 0, index: 0 },
  );
  const text = `${what}: value ${worst.index} is ${actual[worst.index]}, reference ${reference[worst.index]}`;
  expect(worst.difference, text).toBeLessThanOrEqual(relative * largest + 1e-30);
}
