import { describe, expect, it } from 'vitest';
import { noteColours } from '../../../../src/network/graph/notes/note';
import { contrast, difference, linearOf } from './oklch';
import { coloursOf, themes } from './themeColours';

const surfaces = ['canvas', 'bg', 'bg-sunk', 'raised', 'hover', 'field'];
const plain = ['bg', 'raised', 'canvas'];

/** Colours that words have, with what they stand on. */
const words: readonly (readonly [string, readonly string[]])[] = [
  ...['fg', 'fg-2', 'fg-3'].map((text) => [text, surfaces] as const),
  ...['accent', 'danger', 'warn', 'ok'].map((text) => [text, [...plain, `${text}-soft`]] as const),
  ...['fg', 'fg-2'].map((text) => [text, noteColours.map((colour) => `note-${colour}`)] as const),
  ['on-accent', ['accent-fill', 'accent-fill-hover']],
];

describe.each(themes)('the %s theme', (theme) => {
  const [colour, projected] = [coloursOf(theme), coloursOf(theme, true)];

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

  it('stands out more in lecture mode, and no word stands out less', () => {
    for (const [text, backs] of words)
      for (const back of backs)
        expect(contrast(projected(text), projected(back)), `${text} on ${back}`).toBeGreaterThanOrEqual(
          Math.min(7, contrast(colour(text), colour(back))) - 0.01,
        );
    // What is barely seen on a projector: quiet words to 7 : 1, and lines to twice as much as elsewhere.
    for (const text of ['fg', 'fg-2', 'fg-3'])
      for (const back of plain) expect(contrast(projected(text), projected(back))).toBeGreaterThanOrEqual(7);
    for (const line of ['line', 'line-2', 'line-3'])
      expect(contrast(projected(line), projected('bg'))).toBeGreaterThan(
        1.25 * contrast(colour(line), colour('bg')),
      );
  });
});

describe('the measures', () => {
  it('agree with known values', () => {
    const [white, black] = [linearOf(1, 0, 0), linearOf(0, 0, 0)];
    expect(contrast(white, black)).toBeCloseTo(21, 3);
    expect(linearOf(0.627955, 0.257683, 29.2339)[0]).toBeCloseTo(1, 3);
    expect(difference(white, black)).toBeCloseTo(1, 3);
  });
});
