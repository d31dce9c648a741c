import { z } from 'zod';

/** The languages that the window speaks; English is the one that sentences are written in. */
export const languageSchema = z.enum(['en', 'ko']);
export type Language = z.infer<typeof languageSchema>;

/** The first of a system's languages (`ko-KR`, `en-GB`) that the window speaks; English where it speaks none. */
export function spokenLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const found = languageSchema.safeParse(tag.split('-')[0]?.toLowerCase());
    if (found.success) return found.data;
  }
  return 'en';
}
