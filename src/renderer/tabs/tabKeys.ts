import type { KeyboardEvent } from 'react';
import { closeTab } from './closeTab';
import { tabElementId } from './tabElementId';
import { type TabId, type TabRow, tabBeside } from './tabRow';
import { useTabs } from './tabsStore';

/** The tab that a key moves the focus to. */
const ways = new Map<string, (row: TabRow, tab: TabId) => TabId | undefined>([
  ['ArrowRight', (row, tab) => tabBeside(row, tab, 1)],
  ['ArrowLeft', (row, tab) => tabBeside(row, tab, -1)],
  ['Home', ({ tabs }) => tabs[0]],
  ['End', ({ tabs }) => tabs.at(-1)],
]);

/** Arrows move the focus along the tabs, Delete closes one; Enter and the space bar, as on any button, bring one to the front. */
export function handleTabKey(tab: TabId, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const way = ways.get(event.key);
  if (way !== undefined) focusTab(way(useTabs.getState(), tab));
  else if (event.key === 'Delete') void closeTab(tab).then(() => focusTab(useTabs.getState().front));
  else return;
  event.preventDefault();
}

function focusTab(tab: TabId | undefined): void {
  if (tab !== undefined) document.getElementById(tabElementId(tab))?.focus();
}
