import { type TermNames, termNames } from '../../network/glossary/linkTerms';
import { say } from '../language/say';
import { translation } from '../language/translation';

const spoken = new Map<string, TermNames>();

/** The names of the terms in the window's language. */
export function spokenTermNames(): TermNames {
  const { language } = translation;
  const names = spoken.get(language) ?? termNames(say);
  spoken.set(language, names);
  return names;
}
