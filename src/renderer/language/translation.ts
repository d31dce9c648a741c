import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../protocol/language';
import type { Catalog } from './catalog';

/** Holds the catalogs and the language in use; English needs no catalog, since its texts are the keys. */
export const translation = createInstance();

void translation.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: false,
  resources: {},
  // English sentences hold dots and colons, and React escapes what it shows.
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
  react: { useSuspense: false },
});

/** The language's catalog, in a chunk of its own; null for English. */
async function loadCatalog(language: Language): Promise<Catalog | null> {
  if (language === 'en') return null;
  const { korean } = await import('./korean');
  return korean;
}

/** Makes the window speak a language: texts, and what the browser and screen readers go by. */
export async function speak(language: Language): Promise<void> {
  if (!translation.hasResourceBundle(language, 'translation')) {
    const catalog = await loadCatalog(language);
    if (catalog !== null) translation.addResourceBundle(language, 'translation', catalog);
  }
  await translation.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The catalog in use; null while English is spoken. */
export function catalogInUse(): Catalog | null {
  if (translation.language === 'en') return null;
  const bundle: Catalog | undefined = translation.getResourceBundle(translation.language, 'translation');
  return bundle ?? null;
}
