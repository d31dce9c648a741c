import { serialiseProject } from '../../network/graph/projectFile';
import { type EditorState, useEditor } from '../editor/editorStore';
import { useNotice } from '../editor/noticeStore';
import { hasUnsavedChanges } from '../editor/unsavedChanges';
import { autosaveSetting } from '../settings/groups/saving';
import { followSetting, settingNow } from '../settings/settingsStore';
import type { TabId } from '../tabs/tabRow';
import { useTabs } from '../tabs/tabsStore';
import { noteSaved } from './noteSaved';

/** So long after the last change a project is saved by itself, in ms: what is still being typed or dragged is not. */
const quiet = 2000;

/** Whether the project's changes reach its file by themselves. */
export function savesItself({ path }: Pick<EditorState, 'path'>): boolean {
  return path !== null && settingNow(autosaveSetting);
}

/** Saves projects that have a file, from now on, after each change, as long as the setting says so. */
export function startAutosaving(): void {
  const timers = new Map<TabId, number>();
  const lastProblems = new Map<TabId, string>();

  const save = async (tab: TabId): Promise<void> => {
    const then = useEditor.of(tab).getState();
    const { path, history } = then;
    if (path === null || !savesItself(then) || !hasUnsavedChanges(then)) return;
    const text = serialiseProject(history.document);
    const answer = await window.layerwise.call('autosaveProject', { path, text });
    if (answer.status === 'done') noteSaved(tab, path, then);
    // Said once, not with every change.
    const problem = answer.status === 'failed' ? answer.problem : null;
    if (problem !== null && problem.message !== lastProblems.get(tab))
      useNotice.of(tab).getState().show(problem, true);
    lastProblems.set(tab, problem?.message ?? '');
  };
  const saveSoon = (tab: TabId): void => {
    window.clearTimeout(timers.get(tab));
    timers.set(
      tab,
      window.setTimeout(() => void save(tab), quiet),
    );
  };

  useEditor.follow((tab, state, before) => {
    if (state.history.document !== before.history.document) saveSoon(tab);
  });
  followSetting(autosaveSetting, () => {
    for (const tab of useTabs.getState().tabs) saveSoon(tab);
  });
}
