import type { Language } from '../../language/languages';
import { translation } from '../language/translation';

/** How dates and lists are written in a language of the window. */
const locales: Readonly<Record<string, string>> = { en: 'en-GB', ko: 'ko-KR' } satisfies Record<
  Language,
  string
>;

/** The locale of the window's language. */
export function spokenLocale(): string {
  return locales[translation.language] ?? 'en-GB';
}
