import { glossary, type TermId, termIds } from './glossary';

/** A stretch of a text; `term` is what it stands for, null for the words in between. */
export interface TextPart {
  readonly text: string;
  readonly term: TermId | null;
}

const termOfWords: ReadonlyMap<string, TermId> = new Map(
  termIds.flatMap((id) =>
    [glossary[id].name, ...glossary[id].words].map((words) => [words.toLowerCase(), id]),
  ),
);

/** Whole words, the longest first: “batch norm” before “batch”. */
const anyTerm = new RegExp(
  `(?<![\\p{L}\\p{N}])(${[...termOfWords.keys()]
    .sort((one, other) => other.length - one.length)
    .map((words) => words.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

/** A text with the terms that stand in it, each where it stands first. `known` is the one that is being explained. */
export function linkTerms(text: string, known: TermId | null = null): readonly TextPart[] {
  const linked = new Set<TermId | null>([known]);
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(anyTerm)) {
    const term = termOfWords.get(match[0].toLowerCase());
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
    holds([say(glossary[id].name), glossary[id].name, ...glossary[id].words].join(' '));
  const found = termIds.filter(
    (id) =>
      named(id) ||
      holds(`${say(glossary[id].sentence)} ${glossary[id].sentence} ${glossary[id].paper ?? ''}`),
  );
  return [...found.filter(named), ...found.filter((id) => !named(id))];
}
