import { type Filling, patternOf } from '../../language/pattern';
import { translation } from './translation';

/**
 * A text in the window's language: t`Connect ${source} to ${target}`. English is what is written; other languages look
 * its pattern up. Call it where the text is shown and never while a module loads, when the language isn't known.
 */
export function t(parts: TemplateStringsArray, ...fillings: readonly Filling[]): string {
  if (translation.language === 'en') return String.raw({ raw: parts }, ...fillings);
  return translation.t(patternOf(parts), { ...fillings });
}
