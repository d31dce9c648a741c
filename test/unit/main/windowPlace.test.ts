import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Place, placeOnScreens } from '../../../src/main/windowPlace';

const least = { width: 1024, height: 680 };
const laptop: Place = { x: 0, y: 25, width: 1440, height: 875 };
const monitor: Place = { x: 1440, y: 0, width: 2560, height: 1400 };

describe('the place of a window', () => {
  it.each<
    [string, Parameters<typeof placeOnScreens>[0], readonly Place[], ReturnType<typeof placeOnScreens>]
  >([
    [
      'stays on the screen that has most of it',
      { x: 1500, y: 100, width: 1600, height: 1000 },
      [laptop, monitor],
      { x: 1500, y: 100, width: 1600, height: 1000 },
    ],
    [
      'comes to the first screen, and shrinks, where its own is gone',
      { x: 1500, y: 100, width: 1600, height: 1000 },
      [laptop],
      { x: 0, y: 25, width: 1440, height: 875 },
    ],
    [
      'is moved so that no edge lies outside',
      { x: 900, y: -40, width: 1200, height: 800 },
      [laptop],
      { x: 240, y: 25, width: 1200, height: 800 },
    ],
    [
      'is in the middle where no place was kept',
      { width: 1200, height: 800 },
      [monitor],
      { x: 2120, y: 300, width: 1200, height: 800 },
    ],
    [
      'has its least size at the corner of a screen that is too small',
      { x: 50, y: 50, width: 1440, height: 900 },
      [{ x: 0, y: 0, width: 800, height: 600 }],
      { x: 0, y: 0, width: 1024, height: 680 },
    ],
    ['is left to the system where no screen is known', { x: 5, y: 5, ...least }, [], least],
  ])('%s', (_what, wanted, screens, expected) => {
    expect(placeOnScreens(wanted, screens, least)).toEqual(expected);
  });

  it('lies whole on one screen, whatever was kept, where a screen has room for the least size', () => {
    const corner = fc.integer({ min: -5000, max: 5000 });
    const place = (smallest: number, largest: number) =>
      fc.record({
        x: corner,
        y: corner,
        width: fc.integer({ min: smallest, max: largest }),
        height: fc.integer({ min: smallest, max: largest }),
      });
    fc.assert(
      fc.property(
        place(1, 9000),
        fc.array(place(1024, 4000), { minLength: 1, maxLength: 3 }),
        (wanted, screens) => {
          const { x, y, width, height } = {
            x: Number.NaN,
            y: Number.NaN,
            ...placeOnScreens(wanted, screens, least),
          };
          const whole = screens.some(
            (screen) =>
              x >= screen.x &&
              y >= screen.y &&
              x + width <= screen.x + screen.width &&
              y + height <= screen.y + screen.height,
          );
          expect(whole).toBe(true);
          expect([width, height]).toEqual([
            expect.toSatisfy((value: number) => value >= Math.min(least.width, wanted.width)),
            expect.toSatisfy((value: number) => value >= Math.min(least.height, wanted.height)),
          ]);
        },
      ),
    );
  });
});
