import { z } from 'zod';

/** The languages that the window speaks; English is the one that sentences are written in. */
export const languageSchema = z.enum(['en', 'ko']);
export type Language = z.infer<typeof languageSchema>;

/** The setting of the language, which the page and the system's dialogs and menus follow. */
export const languageSettingId = 'appearance.language';

/** A language, or the one that the system prefers. */
const languageChoiceSchema = z.enum([...languageSchema.options, 'system']).catch('system');
export type LanguageChoice = z.infer<typeof languageChoiceSchema>;

/** The first of a system's languages (`ko-KR`, `en-GB`) that the window speaks; English where it speaks none. */
export function spokenLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const found = languageSchema.safeParse(tag.split('-')[0]?.toLowerCase());
    if (found.success) return found.data;
  }
  return 'en';
}

/** The language of a choice as it is kept, on a system that prefers these. */
export function chosenLanguage(kept: unknown, preferred: readonly string[]): Language {
  const choice = languageChoiceSchema.parse(kept);
  return choice === 'system' ? spokenLanguage(preferred) : choice;
}
