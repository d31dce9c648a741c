import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanAxis } from '../../../../src/renderer/charts/spanAxis';
import { between, extent, moved, zoomed } from '../../../../src/renderer/charts/stepRange';

/** A run, and a stretch of it. */
const stretches = fc
  .tuple(
    fc.integer({ min: 20, max: 1e6 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([last, one, other]) => {
    const whole = { first: 0, last };
    return { whole, range: between(one * last, other * last, whole) };
  });

describe('a stretch of steps', () => {
  it('lies inside the run and is long enough, however it is zoomed and moved', () => {
    const ways = fc.array(
      fc.tuple(fc.double({ min: 0.1, max: 10, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true })),
    );
    fc.assert(
      fc.property(stretches, ways, ({ whole, range }, steps) => {
        let now = range;
        for (const [factor, share] of steps) {
          now = zoomed(now, whole, now.first + extent(now) / 3, factor);
          now = moved(now, whole, share * extent(now));
          expect(now.first).toBeGreaterThanOrEqual(0);
          expect(now.last).toBeLessThanOrEqual(whole.last);
          expect(extent(now)).toBeGreaterThan(7.99);
        }
      }),
    );
  });

  it('keeps the step in its place that it is zoomed around, away from the ends', () => {
    const now = zoomed({ first: 400, last: 600 }, { first: 0, last: 1000 }, 450, 0.5);
    expect(now).toEqual({ first: 425, last: 525 });
  });

  it('keeps its length where it is moved', () => {
    fc.assert(
      fc.property(stretches, fc.double({ min: -1e6, max: 1e6, noNaN: true }), ({ whole, range }, steps) => {
        expect(extent(moved(range, whole, steps))).toBeCloseTo(extent(range), 4);
      }),
    );
  });
});

it('an axis of what is looked at closely holds it, with two to eight ticks', () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(value, value, (one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const { domain, ticks } = spanAxis(low, high);
      const room = 1e-6 * Math.max(1, Math.abs(low), Math.abs(high));
      expect(domain[0]).toBeLessThanOrEqual(low + room);
      expect(domain[1]).toBeGreaterThanOrEqual(high - room);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(8);
    }),
  );
});
