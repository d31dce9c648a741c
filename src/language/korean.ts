import type { Catalog } from './catalog';

const areas = import.meta.glob<Catalog>('./ko/*.json', { eager: true, import: 'default' });

/** Files of sentences that are made outside of the window's own code. */
const outside = /(network|protocol|engine|main|server)[^/]*\.json$/;

function joined(include: (path: string) => boolean): Catalog {
  const included = Object.entries(areas).filter(([path]) => include(path));
  return Object.assign({}, ...included.map(([, texts]) => texts));
}

/** All Korean texts: one file for each area of the program, so that work on two areas never meets. */
export const korean: Catalog = joined(() => true);

/** Those that `say` recognises by their pattern. */
export const koreanSentences: Catalog = joined((path) => outside.test(path));
