import type { NetworkDocument } from '../../network/graph/document';
import { useColourBy } from '../canvas/colourBy';
import { type EditorState, isBlank, useEditor } from '../editor/editorStore';
import { useSaving } from '../project/savingStore';
import { useRun } from '../training/runStore';
import { isTraining } from '../training/trainingElsewhere';
import { goToTab, leaveTab } from './goToTab';
import type { TabId } from './tabRow';
import { frontTab, newTabId, useTabs } from './tabsStore';

/** Shows a project in a tab of its own, or in place of a beginning that nobody has touched. */
export function openInTab(document: NetworkDocument, path: string | null): void {
  fillTab((editor) => editor.open(document, path));
}

/** Shows a project that no file has yet: closing it without saving would lose it. */
export function openUnsavedInTab(document: NetworkDocument): void {
  fillTab((editor) => editor.restore(document, null, 1));
}

/** Goes to the tab in which a file is open; false where it is in none. */
export function goToFile(path: string): boolean {
  const tab = useTabs.getState().tabs.find((each) => useEditor.of(each).getState().path === path);
  if (tab !== undefined) goToTab(tab);
  return tab !== undefined;
}

function fillTab(fill: (editor: EditorState) => void): void {
  const front = frontTab();
  const tab = isBeginning(front) ? front : newTabId();
  useRun.of(tab).getState().clear();
  useColourBy.of(tab).getState().choose('category');
  useSaving.of(tab).setState({ savedAt: null, draftKeptAt: null });
  // Before the tab is seen, so that nothing else is seen in it.
  fill(useEditor.of(tab).getState());
  if (tab === front) return;
  leaveTab();
  useTabs.getState().open(tab);
}

/** Whether a tab holds what the window begins with, or an empty network, and nothing was done with it. */
export function isBeginning(tab: TabId): boolean {
  if (!isBlank(useEditor.of(tab).getState())) return false;
  return useRun.of(tab).getState().run === null && !isTraining(tab);
}
