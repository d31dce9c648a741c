import { assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groundDots } from '../../../../src/renderer/canvas/groundDots';

const shift = double({ min: -50_000, max: 50_000, noNaN: true });
const zoom = double({ min: 0.05, max: 2, noNaN: true });

describe('the dots of the ground', () => {
  it('are those of the grid, as large as the view is zoomed, where there is room for them', () => {
    expect(groundDots([10, 100, 1], 16)).toEqual({ apart: 16, radius: 1, left: 10, top: 4 });
    expect(groundDots([0, 0, 2], 20)).toEqual({ apart: 40, radius: 2, left: 0, top: 0 });
  });

  it('keep their distance on the screen, however far the view is zoomed out', () => {
    assert(
      property(zoom, (level) => {
        const { apart, radius } = groundDots([0, 0, level], 16);
        expect(apart).toBeGreaterThanOrEqual(8 - 1e-9);
        expect(apart).toBeLessThan(Math.max(16, 16 * level) + 1e-9);
        expect(radius / apart).toBeCloseTo(1 / 16, 12);
        const doublings = Math.log2(apart / (16 * level));
        expect(doublings).toBeCloseTo(Math.round(doublings), 9);
      }),
    );
  });

  it('have one at the network’s origin, wherever the view is', () => {
    assert(
      property(shift, shift, zoom, (x, y, level) => {
        const { apart, left, top } = groundDots([x, y, level], 16);
        for (const [origin, line] of [
          [x, left],
          [y, top],
        ] as const) {
          expect(line).toBeGreaterThanOrEqual(-1e-9);
          expect(line).toBeLessThan(apart + 1e-9);
          const dots = (origin - line) / apart;
          expect(dots).toBeCloseTo(Math.round(dots), 6);
        }
      }),
    );
  });
});
