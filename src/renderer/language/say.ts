import type { Catalog } from './catalog';
import { SentencePatterns } from './sentencePatterns';
import { catalogInUse } from './translation';

let known: { readonly catalog: Catalog; readonly patterns: SentencePatterns } | null = null;

/**
 * A sentence from outside the renderer in the window's language: a problem, an edit's label, a field's help, a message of
 * the engine or of main. They are made in plain English, go through files, sockets and the command line, and are
 * recognised here by the patterns in the catalog; what is not recognised stays as it is, and so do names.
 */
export function say(sentence: string): string {
  const catalog = catalogInUse();
  if (catalog === null) return sentence;
  if (known?.catalog !== catalog) known = { catalog, patterns: new SentencePatterns(catalog) };
  return known.patterns.translate(sentence);
}
