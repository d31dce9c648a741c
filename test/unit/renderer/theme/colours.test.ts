import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noteColours } from '../../../../src/network/graph/notes/note';
import { colourVisions, contrast, difference, type LinearRgb, linearOf, multiplied } from './oklch';

const css = readFileSync(new URL('../../../../src/renderer/styles/tokens.css', import.meta.url), 'utf8');

/** The colours of a theme's block in tokens.css. */
function coloursOf(theme: 'dark' | 'light'): ReadonlyMap<string, LinearRgb> {
  const block = new RegExp(`\\[data-theme="${theme}"\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  const colours = block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);/g);
  return new Map(
    [...colours].map(([, name = '', ...parts]) => {
      const [lightness = 0, chroma = 0, hue = 0] = parts.map(Number);
      return [name, linearOf(lightness, chroma, hue)];
    }),
  );
}

const surfaces = ['canvas', 'bg', 'bg-sunk', 'raised', 'hover', 'field'];
const plain = ['bg', 'raised', 'canvas'];

/** Colours that words have, with what they stand on. */
const words: readonly (readonly [string, readonly string[]])[] = [
  ...['fg', 'fg-2', 'fg-3'].map((text) => [text, surfaces] as const),
  ...['accent', 'danger', 'warn', 'ok'].map((text) => [text, [...plain, `${text}-soft`]] as const),
  ...['fg', 'fg-2'].map((text) => [text, noteColours.map((colour) => `note-${colour}`)] as const),
  ['on-accent', ['accent-fill', 'accent-fill-hover']],
];

const stops = ['g-m4', 'g-m3', 'g-m2', 'g-m1', 'g-0', 'g-p1', 'g-p2'];

describe.each(['dark', 'light'] as const)('the %s theme', (theme) => {
  const colours = coloursOf(theme);
  const colour = (name: string): LinearRgb => {
    const found = colours.get(name);
    if (found === undefined) throw new Error(`tokens.css has no --${name} in the ${theme} theme.`);
    return found;
  };

  it('has words that stand out from what is behind them by 4.5 to 1', () => {
    const faint = words.flatMap(([text, backs]) =>
      backs.flatMap((back) => {
        const ratio = contrast(colour(text), colour(back));
        return ratio >= 4.5 ? [] : [`${text} on ${back}: ${ratio.toFixed(2)}`];
      }),
    );
    expect(faint).toEqual([]);
  });

  it('has focus rings and danger lines that stand out by 3 to 1', () => {
    for (const line of ['accent', 'danger-line'])
      for (const back of plain) expect(contrast(colour(line), colour(back))).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(colourVisions))(
    'has a gradient scale whose stops are told apart with %s',
    (_vision, matrix) => {
      const seen = stops.map((stop) =>
        multiplied(matrix, colour(stop)).map((part) => Math.min(1, Math.max(0, part))),
      );
      const alike = seen.flatMap((one, place) =>
        seen.slice(place + 1).flatMap((other, offset) => {
          const distance = difference(
            [one[0] ?? 0, one[1] ?? 0, one[2] ?? 0],
            [other[0] ?? 0, other[1] ?? 0, other[2] ?? 0],
          );
          return distance >= 0.05
            ? []
            : [`${stops[place]} and ${stops[place + 1 + offset]}: ${distance.toFixed(3)}`];
        }),
      );
      expect(alike).toEqual([]);
    },
  );
});

describe('the measures', () => {
  it('agree with known values', () => {
    const [white, black] = [linearOf(1, 0, 0), linearOf(0, 0, 0)];
    expect(contrast(white, black)).toBeCloseTo(21, 3);
    expect(linearOf(0.627955, 0.257683, 29.2339)[0]).toBeCloseTo(1, 3);
    expect(difference(white, black)).toBeCloseTo(1, 3);
  });
});
