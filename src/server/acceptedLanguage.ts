import { type Language, spokenLanguage } from '../language/languages';

/** The first language of an Accept-Language header (`ko-KR,ko;q=0.9`) that the window speaks; browsers list the best first. */
export function acceptedLanguage(header: string | undefined): Language {
  return spokenLanguage((header ?? '').split(',').map((range) => range.split(';', 1)[0]?.trim() ?? ''));
}
