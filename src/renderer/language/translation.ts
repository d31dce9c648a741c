import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Catalog, Catalogs } from '../../language/catalog';
import { type Language, languageSchema } from '../../language/languages';
import { loadCatalogs } from '../../language/loadCatalogs';

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

/** Takes a language's texts in. */
export function addCatalogs(language: Language, { texts, sentences }: Catalogs): void {
  translation.addResourceBundle(language, 'translation', texts);
  translation.addResourceBundle(language, 'sentences', sentences);
}

/** Makes the window speak a language: texts, and what the browser and screen readers go by. */
export async function speak(language: Language): Promise<void> {
  if (!translation.hasResourceBundle(language, 'translation')) {
    const catalogs = await loadCatalogs(language);
    if (catalogs !== null) addCatalogs(language, catalogs);
  }
  await translation.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The language that the window speaks. */
export function languageInUse(): Language {
  return languageSchema.catch('en').parse(translation.language);
}

/** The texts in use; null while English is spoken. */
export function catalogsInUse(): Catalogs | null {
  const { language } = translation;
  if (language === 'en') return null;
  const texts: Catalog | undefined = translation.getResourceBundle(language, 'translation');
  const sentences: Catalog | undefined = translation.getResourceBundle(language, 'sentences');
  return texts === undefined ? null : { texts, sentences: sentences ?? {} };
}
