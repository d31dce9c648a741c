import { serialiseProject } from '../../network/graph/projectFile';
import type { AnswerOf } from '../../protocol/windowChannels';
import { useEditor } from '../editor/editorStore';
import { hasUnsavedChanges } from '../editor/unsavedChanges';
import { t } from '../language/t';
import { goToTab } from '../tabs/goToTab';
import type { TabId } from '../tabs/tabRow';
import { frontTab, useTabs } from '../tabs/tabsStore';
import { noteSaved } from './noteSaved';
import { useProjectProblem } from './projectProblem';

/** Saves to the project's file, or asks for one where it has none yet. */
export async function saveProject(tab: TabId = frontTab()): Promise<void> {
  const { path } = useEditor.of(tab).getState();
  if (path === null) return saveProjectAs(tab);
  await save(tab, (text) => window.layerwise.call('saveProject', { path, text }));
}

/** Asks where to save, and saves there. */
export async function saveProjectAs(tab: TabId = frontTab()): Promise<void> {
  const suggestedName = useEditor.of(tab).getState().history.document.name;
  await save(tab, (text) => window.layerwise.call('saveProjectAs', { suggestedName, text }));
}

/** Saves what has changed in all tabs, and asks for the files that are missing: up to the first that is not saved. */
export async function saveAllProjects(): Promise<void> {
  for (const tab of unsavedTabs()) {
    if (useEditor.of(tab).getState().path === null) goToTab(tab);
    await saveProject(tab);
    if (hasUnsavedChanges(useEditor.of(tab).getState())) return;
  }
}

/** Saves what has changed where there is a file for it. */
export async function saveProjectsWithFiles(): Promise<void> {
  for (const tab of unsavedTabs()) if (useEditor.of(tab).getState().path !== null) await saveProject(tab);
}

export function unsavedTabs(): readonly TabId[] {
  return useTabs.getState().tabs.filter((tab) => hasUnsavedChanges(useEditor.of(tab).getState()));
}

async function save(tab: TabId, write: (text: string) => Promise<AnswerOf<'saveProject'>>): Promise<void> {
  const { getState } = useEditor.of(tab);
  // What is edited from here on is a change of its own.
  getState().endMerge();
  const then = getState();
  const answer = await write(serialiseProject(then.history.document));
  if (answer.status === 'done') noteSaved(tab, answer.value, then);
  if (answer.status === 'failed')
    useProjectProblem.getState().show({ title: t`The project could not be saved`, ...answer.problem });
}
