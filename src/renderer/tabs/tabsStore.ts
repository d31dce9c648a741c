import { create } from 'zustand';
import { inFront, type TabId, type TabRow, withoutTab, withTab, withTabAt, withTabMoved } from './tabRow';

/** A tab that was closed, and where it was. */
interface ClosedTab {
  readonly tab: TabId;
  readonly place: number;
}

interface TabsState extends TabRow {
  /** What can be opened again, the latest last. */
  readonly closed: readonly ClosedTab[];
  open(tab: TabId): void;
  bring(tab: TabId): void;
  /** Takes a tab out of the row, where it is not the only one. */
  close(tab: TabId): void;
  /** Puts the tab that was closed last back in its place. */
  reopen(): void;
  move(tab: TabId, place: number): void;
  /** In place of all tabs, as a window begins. */
  begin(row: TabRow): void;
}

/** So many closed tabs are kept with all that they hold. */
const closedKept = 10;

const first = newTabId();

/** The tabs of the window. What they hold is in stores that have one part for each, see `createPerTab`. */
export const useTabs = create<TabsState>((set) => ({
  tabs: [first],
  front: first,
  closed: [],
  open: (tab) => set((row) => withTab(row, tab)),
  bring: (tab) => set((row) => inFront(row, tab)),
  close: (tab) =>
    set((row) => {
      const rest = withoutTab(row, tab);
      if (rest.tabs.length === row.tabs.length) return row;
      const place = row.tabs.indexOf(tab);
      return { ...rest, closed: [...row.closed, { tab, place }].slice(-closedKept) };
    }),
  reopen: () =>
    set((row) => {
      const last = row.closed.at(-1);
      if (last === undefined) return row;
      return { ...withTabAt(row, last.tab, last.place), closed: row.closed.slice(0, -1) };
    }),
  move: (tab, place) => set((row) => withTabMoved(row, tab, place)),
  begin: (row) => set(row),
}));

export function newTabId(): TabId {
  return crypto.randomUUID();
}

/** The tab whose project is seen. */
export function frontTab(): TabId {
  return useTabs.getState().front;
}
