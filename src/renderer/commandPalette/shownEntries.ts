import type { PaletteEntry } from './paletteEntry';
import { searchEntries } from './searchEntries';

/** What the palette lists. A row stays where it is until the person searches: they may be about to press it. */
export interface ShownEntries {
  readonly search: string;
  /** All that has been found so far. */
  readonly known: readonly PaletteEntry[];
  /** Those of them that the search means, in their order. */
  readonly shown: readonly PaletteEntry[];
}

/** The list as it opens. */
export function listed(entries: readonly PaletteEntry[]): ShownEntries {
  return { search: '', known: entries, shown: entries };
}

/** The list for a search, which ranks all anew. */
export function searched({ known }: ShownEntries, search: string): ShownEntries {
  return { search, known, shown: searchEntries(known, search) };
}

/** The list with what came while it was shown, such as files and runs: what is new goes to its end. */
export function arrived(
  { search, known, shown }: ShownEntries,
  entries: readonly PaletteEntry[],
): ShownEntries {
  const before = new Set(known.map(({ command }) => command.id));
  const fresh = entries.filter(({ command }) => !before.has(command.id));
  return {
    search,
    known: [...known, ...fresh],
    shown: [...shown, ...searchEntries(fresh, search)],
  };
}

interface HeadedEntries {
  readonly heading: string;
  readonly entries: readonly PaletteEntry[];
}

/** Entries under their headings, in the order in which they are. */
export function inGroups(entries: readonly PaletteEntry[]): readonly HeadedEntries[] {
  const groups: { heading: string; entries: PaletteEntry[] }[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.heading === entry.group) last.entries.push(entry);
    else groups.push({ heading: entry.group, entries: [entry] });
  }
  return groups;
}
