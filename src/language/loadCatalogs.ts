import type { Catalogs } from './catalog';
import type { Language } from './languages';

/** The texts of a language, in a chunk of its own; null for English, whose texts are the keys. */
export async function loadCatalogs(language: Language): Promise<Catalogs | null> {
  if (language === 'en') return null;
  const { korean, koreanSentences } = await import('./korean');
  return { texts: korean, sentences: koreanSentences };
}
