import { describe, expect, it } from 'vitest';
import { evidenceColour } from '../../../../src/network/evaluation/evidenceColours';
import { plotColours, seriesColour, seriesDash } from '../../../../src/network/laboratory/plot/plotColours';
import { pointMark } from '../../../../src/network/laboratory/plot/plotMarks';
import { quantities } from '../../../../src/renderer/quantities/quantities';
import { shareOfScale } from '../../../../src/renderer/quantities/quantityScale';
import { colourVisions, contrast, difference, type LinearRgb, linearOf, multiplied, oklabOf } from './oklch';
import { coloursOf, type Oklch, themes, tokensOf } from './themeColours';

/** Distances in Oklab. What is told apart at a glance, in a map or far from the other; and side by side. */
const atAGlance = 0.1;
const sideBySide = 0.05;
/** More than the least that is told apart at all; bars and marks say the same as the scale. */
const barely = 0.03;

const visions = Object.entries(colourVisions);

/** A colour as someone sees it. */
function seenWith(vision: (typeof visions)[number][1], colour: LinearRgb): LinearRgb {
  const [red, green, blue] = multiplied(vision, colour);
  const shown = (part: number) => Math.min(1, Math.max(0, part));
  return [shown(red), shown(green), shown(blue)];
}

/** Pairs that are nearer to one another than `least` for someone, each with its distance. */
function alike(
  named: readonly (readonly [name: string, colour: LinearRgb])[],
  least: number,
): readonly string[] {
  return visions.flatMap(([vision, matrix]) =>
    named.flatMap(([one, left], place) =>
      named.slice(place + 1).flatMap(([other, right]) => {
        const distance = difference(seenWith(matrix, left), seenWith(matrix, right));
        return distance >= least ? [] : [`${one} and ${other} with ${vision} vision: ${distance.toFixed(3)}`];
      }),
    ),
  );
}

/** Two stops mixed as CSS does in OKLCH, by the shorter way around the hues. */
function mixed(lower: Oklch, upper: Oklch, share: number): LinearRgb {
  const turn = ((upper[2] - lower[2] + 540) % 360) - 180;
  return linearOf(
    lower[0] + share * (upper[0] - lower[0]),
    lower[1] + share * (upper[1] - lower[1]),
    lower[2] + share * turn,
  );
}

/** A token of `var(--…)`. */
const tokenIn = (variable: string): string => variable.slice('var(--'.length, -1);

describe.each(themes)('whoever misses a kind of cone tells apart, in the %s theme,', (theme) => {
  const colour = coloursOf(theme);
  const tokens = tokensOf(theme);

  it.each(Object.values(quantities).map((quantity) => [quantity.label, quantity] as const))(
    'the stops of the scale of “%s”, and values between them that lie a stop apart',
    (_label, quantity) => {
      const stops = quantity.stops.map((stop): Oklch => tokens.get(tokenIn(stop)) ?? [0, 0, 0]);
      const at = (place: number): LinearRgb => {
        const lower = stops[Math.floor(place)] ?? [0, 0, 0];
        return mixed(lower, stops[Math.ceil(place)] ?? lower, place % 1);
      };
      expect(shareOfScale(quantity, quantity.high)).toBe(1);
      const whole = stops.map((_, place) => [`stop ${place}`, at(place)] as const);
      expect(alike(whole, sideBySide)).toEqual([]);
      const steps = Array.from({ length: 4 * (stops.length - 2) }, (_, quarter) => quarter / 4);
      const near = steps.flatMap((place) =>
        alike(
          [
            [`${place}`, at(place)],
            [`${place + 1}`, at(place + 1)],
          ],
          barely,
        ),
      );
      expect(near).toEqual([]);
    },
  );

  it('the two runs of a comparison, and training from validation', () => {
    const runs = ['run-a', 'run-b'].map((token) => [token, colour(token)] as const);
    expect(alike(runs, atAGlance)).toEqual([]);
    for (const [, run] of runs) expect(contrast(run, colour('bg'))).toBeGreaterThanOrEqual(3);
  });

  it('what was taken rightly from what was taken wrongly, in a confusion matrix', () => {
    expect(
      alike(
        [
          ['right', colour('g-m1')],
          ['wrong', colour('g-p1')],
        ],
        atAGlance,
      ),
    ).toEqual([]);
  });

  it('categories of layers from what is behind them: their glyphs say which is which', () => {
    const categories = [...tokens.keys()].filter((token) => token.startsWith('cat-'));
    expect(categories.length).toBe(9);
    const faint = categories.flatMap((category) =>
      ['bg', 'canvas', 'raised'].flatMap((back) =>
        visions.flatMap(([vision, matrix]) => {
          const ratio = contrast(seenWith(matrix, colour(category)), seenWith(matrix, colour(back)));
          const least = vision === 'usual' ? 3 : 2.8;
          return ratio >= least ? [] : [`${category} on ${back} with ${vision} vision: ${ratio.toFixed(2)}`];
        }),
      ),
    );
    expect(faint).toEqual([]);
  });

  it('the lines of a plot of the laboratory, by their colours, their marks or their dashes', () => {
    const colours = plotColours(theme);
    const lines = Array.from({ length: 2 * colours.series.length }, (_, number) => ({
      form: JSON.stringify([pointMark(0, 0, number, ''), seriesDash(colours, number)]),
      named: [`line ${number}`, linearOfHex(seriesColour(colours, number))] as const,
    }));
    for (const wanted of new Set(lines.map(({ form }) => form))) {
      const together = lines.filter(({ form }) => form === wanted).map(({ named }) => named);
      expect(alike(together, barely)).toEqual([]);
    }
  });
});

describe('the evidence for a class', () => {
  it.each(visions)('is lighter where it is stronger, with %s vision', (_vision, matrix) => {
    const lightness = Array.from({ length: 21 }, (_, twentieth) => {
      const [red, green, blue] = evidenceColour(twentieth / 20);
      return oklabOf(seenWith(matrix, [linear(red), linear(green), linear(blue)]))[0];
    });
    for (const [place, at] of lightness.entries())
      if (place > 0) expect(at - (lightness[place - 1] ?? 0)).toBeGreaterThan(0.01);
  });
});

function linearOfHex(hex: string): LinearRgb {
  const part = (place: number) => linear(Number.parseInt(hex.slice(place, place + 2), 16));
  return [part(1), part(3), part(5)];
}

/** A channel of sRGB, 0…255, as light. */
function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
