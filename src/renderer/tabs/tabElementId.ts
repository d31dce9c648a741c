import type { TabId } from './tabRow';

/** Of the part of the window that shows the project of the front tab. */
export const panelId = 'project-panel';

/** Of a tab's element, which other elements refer to. */
export function tabElementId(tab: TabId): string {
  return `project-tab-${tab}`;
}
