/** Names a tab, and the project in it, for as long as the window lives; its draft is kept under this name. */
export type TabId = string;

/** The tabs from left to right, never none, and the one whose project is seen. */
export interface TabRow {
  readonly tabs: readonly TabId[];
  readonly front: TabId;
}

/** The last tab's number, as browsers have it: there may be fewer tabs or more. */
export const lastTabNumber = 9;

/** With another tab, right of the front one, in front. */
export function withTab({ tabs, front }: TabRow, tab: TabId): TabRow {
  return withTabAt({ tabs, front }, tab, tabs.indexOf(front) + 1);
}

/** With another tab at a place, in front. */
export function withTabAt({ tabs }: TabRow, tab: TabId, place: number): TabRow {
  return { tabs: tabs.toSpliced(place, 0, tab), front: tab };
}

/** Without a tab. Where it was in front, its neighbour is then: the right one, or at the end the left one. The only tab stays. */
export function withoutTab({ tabs, front }: TabRow, tab: TabId): TabRow {
  const place = tabs.indexOf(tab);
  const others = tabs.filter((other) => other !== tab);
  const neighbour = others[place] ?? others.at(-1);
  if (place < 0 || neighbour === undefined) return { tabs, front };
  return { tabs: others, front: front === tab ? neighbour : front };
}

/** With one of the tabs in front. */
export function inFront({ tabs, front }: TabRow, tab: TabId): TabRow {
  return { tabs, front: tabs.includes(tab) ? tab : front };
}

/** With a tab at another place among the others. */
export function withTabMoved({ tabs, front }: TabRow, tab: TabId, place: number): TabRow {
  if (!tabs.includes(tab)) return { tabs, front };
  const others = tabs.filter((other) => other !== tab);
  const within = Math.max(0, Math.min(place, others.length));
  return { tabs: others.toSpliced(within, 0, tab), front };
}

/** The tab so many places to the right, or to the left of 0; the row goes on at its other end. */
export function tabBeside({ tabs }: TabRow, tab: TabId, places: number): TabId {
  const place = tabs.indexOf(tab) + places;
  return tabs.at(place % tabs.length) ?? tab;
}

/** The tab of a number from 1 to 9, of which 9 is the last one; null where there are not so many. */
export function numberedTab({ tabs }: TabRow, number: number): TabId | null {
  return (number === lastTabNumber ? tabs.at(-1) : tabs[number - 1]) ?? null;
}
