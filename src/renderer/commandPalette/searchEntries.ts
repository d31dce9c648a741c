import { defaultFilter } from 'cmdk';
import type { PaletteEntry } from './paletteEntry';

/** More than these, best first, nobody reads. */
const mostFound = 50;
/** Below this, letters were merely found somewhere in a row. */
const leastScore = 0.02;
/** What counts as a hit beside the label, and how much. */
const groupWeight = 0.85;
const wordsScore = 0.1;
const foundWeight = 0.85;

/** The entries that a search means, the likeliest first: letters in a row of the label, or whole words of the help. */
export function searchEntries(entries: readonly PaletteEntry[], search: string): readonly PaletteEntry[] {
  const wanted = search.trim();
  if (wanted === '') return entries;
  return entries
    .map((entry) => ({ entry, score: scoreOf(entry, wanted) }))
    .filter(({ score }) => score >= leastScore)
    .sort((one, other) => other.score - one.score)
    .slice(0, mostFound)
    .map(({ entry }) => entry);
}

function scoreOf({ command, group, detail = '', found }: PaletteEntry, wanted: string): number {
  const label = command.label();
  const words = `${command.id} ${detail} ${command.words?.() ?? ''}`.toLowerCase();
  const meant = wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
  const best = Math.max(
    defaultFilter(label, wanted),
    groupWeight * defaultFilter(`${group} ${label}`, wanted),
    meant ? wordsScore : 0,
  );
  return found === true ? foundWeight * best : best;
}
