import { describe, expect, it } from 'vitest';
import type { PaletteEntry } from '../../../../src/renderer/commandPalette/paletteEntry';
import { arrived, inGroups, listed, searched } from '../../../../src/renderer/commandPalette/shownEntries';

const entry = (id: string, group: string): PaletteEntry => ({
  group,
  command: { id, label: () => id, perform: () => undefined },
});
const known = [entry('train', 'Run'), entry('tidy', 'Canvas'), entry('open run', 'Runs')];
const late = [entry('train', 'Run'), entry('older run', 'Runs'), entry('train again', 'Runs')];
const ids = (entries: readonly PaletteEntry[]) => entries.map(({ command }) => command.id);

describe('what comes while the palette is open', () => {
  it('is listed behind what was there, and nothing twice', () => {
    const { shown } = arrived(listed(known), late);
    expect(ids(shown)).toEqual(['train', 'tidy', 'open run', 'older run', 'train again']);
  });

  it('is listed behind what a search had found, if the search means it, and ranked by the next search', () => {
    const found = searched(listed([...known, entry('retrain', 'Run')]), 'train');
    const more = arrived(found, late);
    expect(ids(more.shown)).toEqual([...ids(found.shown), 'train again']);
    expect(ids(searched(more, 'train again').shown)[0]).toBe('train again');
  });

  it('moves no heading', () => {
    const headings = (entries: readonly PaletteEntry[]) => inGroups(entries).map(({ heading }) => heading);
    const { shown } = arrived(listed(known), [...late, entry('a.layerwise', 'Recent projects')]);
    expect(headings(shown)).toEqual([...headings(known), 'Recent projects']);
    expect(inGroups(shown).flatMap(({ entries }) => entries)).toEqual(shown);
  });
});
