import type { Catalog } from '../../language/catalog';
import type { Language } from '../../language/languages';
import { loadCatalogs } from '../../language/loadCatalogs';
import { type Filling, filled, patternOf } from '../../language/pattern';

let wanted: Language = 'en';
let texts: Catalog = {};

/** Makes dialogs and menus speak a language from now on. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  const catalogs = await loadCatalogs(language);
  if (wanted === language) texts = catalogs?.texts ?? {};
}

/** A text of a dialog or a menu: t`Save the changes to ${name}?`. Call it where the text is shown. */
export function t(parts: TemplateStringsArray, ...fillings: readonly Filling[]): string {
  const pattern = patternOf(parts);
  return filled(textOf(pattern), fillings);
}

/** A label that stands in another room in English. */
export function say(label: string): string {
  return textOf(label);
}

function textOf(english: string): string {
  return Object.hasOwn(texts, english) ? (texts[english] ?? english) : english;
}
