import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Pane, pace } from '../../../../src/renderer/canvas/viewMoves';

const pane = { clientWidth: 900, clientHeight: 600 };
const flat = fc.oneof(
  fc.constant(null),
  fc.record({ clientWidth: fc.constant(0), clientHeight: fc.nat() }),
  fc.record({ clientWidth: fc.nat(), clientHeight: fc.constant(0) }),
);
const milliseconds = fc.integer({ min: 0, max: 1000 });
const times = fc.array(fc.double({ min: 0, max: 1, noNaN: true }));

describe('a move of the view', () => {
  it('takes its time where the network is shown, slow at both ends', () => {
    const { duration, ease } = pace(pane, 420);
    expect(duration).toBe(420);
    expect([0, 0.5, 1].map(ease)).toEqual([0, 0.5, 1]);
    expect(ease(0.1)).toBeLessThan(0.1);
    expect(ease(0.9)).toBeGreaterThan(0.9);
  });

  it('is done at once in a pane of no width or no height, which has no views on the way', () => {
    fc.assert(
      fc.property(flat, milliseconds, times, (hidden, wanted, ticks) => {
        const { duration, ease } = pace(hidden, wanted);
        expect(duration).toBe(0);
        expect(ticks.map(ease)).toEqual(ticks.map(() => 1));
      }),
    );
  });

  it('is at its end from where its pane goes, also where that comes back', () => {
    fc.assert(
      fc.property(milliseconds, times, times, (wanted, before, after) => {
        const shown: { -readonly [side in keyof Pane]: number } = { ...pane };
        const { ease } = pace(shown, wanted);
        for (const time of before) expect(ease(time)).toBeLessThanOrEqual(1);
        shown.clientHeight = 0;
        expect(ease(0)).toBe(1);
        shown.clientHeight = pane.clientHeight;
        expect(after.map(ease)).toEqual(after.map(() => 1));
      }),
    );
  });

  it('is made in one place', () => {
    const room = fileURLToPath(new URL('../../../../src/renderer', import.meta.url));
    const moving = readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .filter((file) =>
        /\.(setViewport|setCenter|zoomTo|zoomIn|zoomOut|fitView|fitBounds)\(/.test(
          readFileSync(join(room, file), 'utf8'),
        ),
      );
    expect(moving).toEqual([join('canvas', 'viewMoves.ts')]);
  });
});
