import { useEditor } from '../editor/editorStore';
import { hasUnsavedChanges } from '../editor/unsavedChanges';
import { savesItself } from '../project/autosaving';
import { emptyDocument } from '../project/emptyDocument';
import { saveProject } from '../project/saveProject';
import { useRun } from '../training/runStore';
import { isTraining } from '../training/trainingElsewhere';
import { useTwinRun } from '../twin/twinStore';
import { useOpenView } from '../views/openView';
import { askAboutClosing } from './closingQuestion';
import { goToTab, isAnswerDue, leaveTab } from './goToTab';
import { isBeginning } from './openInTab';
import type { TabId } from './tabRow';
import { frontTab, newTabId, useTabs } from './tabsStore';

/** Closes a tab, once its unsaved changes and its run are taken care of. In place of the only one comes the start screen. */
export async function closeTab(tab: TabId = frontTab()): Promise<void> {
  if (isAnswerDue() || !(await mayClose(tab)) || !useTabs.getState().tabs.includes(tab)) return;
  for (const runs of [useRun, useTwinRun]) runs.of(tab).getState().stop();
  if (tab === frontTab()) leaveTab();
  if (useTabs.getState().tabs.length === 1) beginAnew(tab);
  else useTabs.getState().close(tab);
  void window.layerwise.call('discardDraft', { project: tab });
}

/** Puts the tab that was closed last back, with all that it held. */
export function reopenTab(): void {
  if (isAnswerDue()) return;
  leaveTab();
  useTabs.getState().reopen();
}

/** Whether nothing is lost if a tab is closed, or the person agrees to the loss. */
async function mayClose(tab: TabId): Promise<boolean> {
  const editor = useEditor.of(tab);
  const changed = () => hasUnsavedChanges(editor.getState());
  if (changed() && savesItself(editor.getState())) await saveProject(tab);
  const [unsaved, training] = [changed(), isTraining(tab)];
  if (!unsaved && !training) return true;
  // What is asked about is seen.
  goToTab(tab);
  const { name } = editor.getState().history.document;
  const choice = await askAboutClosing({ name, unsaved, training });
  if (choice !== 'save') return choice === 'discard';
  await saveProject(tab);
  return !changed();
}

function beginAnew(tab: TabId): void {
  if (!isBeginning(tab)) {
    const next = newTabId();
    useEditor.of(next).getState().open(emptyDocument(), null);
    useTabs.getState().open(next);
    useTabs.getState().close(tab);
  }
  useOpenView.getState().show('start');
}
