import { translation } from './translation';

/** What can be filled into a text. */
export type Filling = string | number;

/** A template's English with numbered places: t`Connect ${a} to ${b}` is kept as `Connect {{0}} to {{1}}`. */
export function patternOf(parts: readonly string[]): string {
  return parts.reduce((pattern, part, place) => `${pattern}{{${place - 1}}}${part}`);
}

/**
 * A text in the window's language: t`Connect ${source} to ${target}`. English is what is written; other languages look
 * its pattern up. Call it where the text is shown and never while a module loads, when the language isn't known.
 */
export function t(parts: TemplateStringsArray, ...fillings: readonly Filling[]): string {
  if (translation.language === 'en') return String.raw({ raw: parts }, ...fillings);
  return translation.t(patternOf(parts), { ...fillings });
}
