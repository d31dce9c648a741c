import { readFileSync } from 'node:fs';
import { type LinearRgb, linearOf } from './oklch';

const sheet = (file: string) =>
  readFileSync(new URL(`../../../../src/renderer/styles/${file}`, import.meta.url), 'utf8');
const [tokens, lecture] = [sheet('tokens.css'), sheet('lecture.css')];

export const themes = ['dark', 'light'] as const;
export type Theme = (typeof themes)[number];

export type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** The colours of a theme, by the names of their tokens; as lecture mode has them, where it is on. */
export function tokensOf(theme: Theme, lectureMode = false): ReadonlyMap<string, Oklch> {
  return new Map([
    ...coloursIn(tokens, `[data-theme="${theme}"]`),
    ...(lectureMode ? coloursIn(lecture, `[data-lecture="true"][data-theme="${theme}"]`) : []),
  ]);
}

/** Looks up a token's colour, as linear sRGB. */
export function coloursOf(theme: Theme, lectureMode = false): (token: string) => LinearRgb {
  const all = tokensOf(theme, lectureMode);
  return (token) => {
    const found = all.get(token);
    if (found === undefined) throw new Error(`tokens.css has no --${token} in the ${theme} theme.`);
    return linearOf(...found);
  };
}

function coloursIn(css: string, selector: string): readonly (readonly [string, Oklch])[] {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return [...block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);/g)].map(
    ([, name = '', lightness, chroma, hue]) => [name, [Number(lightness), Number(chroma), Number(hue)]],
  );
}
