import type { Catalog } from '../../language/catalog';
import { SentencePatterns } from '../../language/sentencePatterns';
import { catalogsInUse, languageInUse } from './translation';

let known: { readonly texts: Catalog; readonly patterns: SentencePatterns } | null = null;

/**
 * A sentence from outside the renderer in the window's language: a problem, an edit's label, a field's help, a message of
 * the engine or of main. They are made in plain English, go through files, sockets and the command line, and are
 * recognised here by the patterns in the catalog; what is not recognised stays as it is, and so do names.
 */
export function say(sentence: string): string {
  const catalogs = catalogsInUse();
  if (catalogs === null) return sentence;
  if (known?.texts !== catalogs.texts)
    known = { texts: catalogs.texts, patterns: new SentencePatterns(catalogs, languageInUse()) };
  return known.patterns.translate(sentence);
}
