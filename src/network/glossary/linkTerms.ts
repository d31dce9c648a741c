import { glossary, type TermId, termIds } from './glossary';

/** A stretch of a text; `term` is what it stands for, null for the words in between. */
export interface TextPart {
  readonly text: string;
  readonly term: TermId | null;
}

/** How the terms are called in a language. */
export interface TermNames {
  readonly termOf: ReadonlyMap<string, TermId>;
  readonly anyTerm: RegExp;
}

/** The names of the terms in the language of `say`, besides the English ones. */
export function termNames(say: (text: string) => string): TermNames {
  const termOf = new Map(
    termIds.flatMap((id) => {
      const { name, spellings } = glossary[id];
      return [name, ...spellings, say(name)].map((words) => [words.toLowerCase(), id] as const);
    }),
  );
  const longestFirst = [...termOf.keys()].sort((one, other) => other.length - one.length);
  return {
    termOf,
    anyTerm: new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(wholeWords).join('|')})`, 'giu'),
  };
}

/** Not the beginning of another word, as “batch” is of “batches”; a Korean particle may be right behind it. */
function wholeWords(words: string): string {
  return `${words.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?!(?![가-힣])[\\p{L}\\p{N}])`;
}

const english = termNames((text) => text);

/** A text with the terms that stand in it, each where it stands first. `known` is the one that is being explained. */
export function linkTerms(
  text: string,
  known: TermId | null = null,
  { termOf, anyTerm }: TermNames = english,
): readonly TextPart[] {
  const linked = new Set<TermId | null>([known]);
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(anyTerm)) {
    const term = termOf.get(match[0].toLowerCase());
    if (term === undefined || linked.has(term)) continue;
    linked.add(term);
    if (match.index > end) parts.push({ text: text.slice(end, match.index), term: null });
    parts.push({ text: match[0], term });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), term: null });
  return parts;
}

/** The terms with all words of a search in what is said of them, those named after it first. */
export function findTerms(search: string, say: (text: string) => string = (text) => text): readonly TermId[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const named = (id: TermId) =>
    holds([say(glossary[id].name), glossary[id].name, ...glossary[id].spellings].join(' '));
  const found = termIds.filter(
    (id) =>
      named(id) ||
      holds(`${say(glossary[id].sentence)} ${glossary[id].sentence} ${glossary[id].paper ?? ''}`),
  );
  return [...found.filter(named), ...found.filter((id) => !named(id))];
}
