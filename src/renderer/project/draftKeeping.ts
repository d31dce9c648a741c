import { serialiseProject } from '../../network/graph/projectFile';
import { isUntouched, useEditor } from '../editor/editorStore';
import { useNotice } from '../editor/noticeStore';
import { countUnsavedChanges } from '../editor/unsavedChanges';
import { draftIntervalSetting } from '../settings/groups/saving';
import { settingNow } from '../settings/settingsStore';
import type { TabId } from '../tabs/tabRow';
import { useTabs } from '../tabs/tabsStore';
import { useSaving } from './savingStore';

/** Hands each project to main after each change from now on, so that a crash costs little: as the setting says. */
export function startKeepingDrafts(): void {
  const timers = new Map<TabId, number>();
  const kept = new Set<TabId>();
  let lastProblem = '';

  const keep = async (tab: TabId): Promise<void> => {
    window.clearTimeout(timers.get(tab));
    timers.delete(tab);
    // It may have been closed meanwhile.
    if (!useTabs.getState().tabs.includes(tab)) return;
    kept.add(tab);
    const state = useEditor.of(tab).getState();
    const { document } = state.history;
    const draft = {
      text: serialiseProject(document),
      path: state.path,
      projectName: document.name,
      unsavedChanges: countUnsavedChanges(state),
    };
    const answer = await window.layerwise.call('keepDraft', { project: tab, draft });
    if (answer.status === 'done') useSaving.of(tab).setState({ draftKeptAt: Date.now() });
    // Said once, not with every change.
    const problem = answer.status === 'failed' ? answer.problem : null;
    if (problem !== null && problem.message !== lastProblem) useNotice.getState().show(problem, true);
    lastProblem = problem?.message ?? '';
  };
  const keepSoon = (tab: TabId): void => {
    if (!timers.has(tab))
      timers.set(
        tab,
        window.setTimeout(() => void keep(tab), settingNow(draftIntervalSetting) * 1000),
      );
  };

  useEditor.follow((tab, state, before) => {
    const same =
      state.history.document === before.history.document &&
      state.path === before.path &&
      state.savedEdit === before.savedEdit;
    // A project that was opened is kept at once: the next start may have to open it again.
    if (state.projectNumber !== before.projectNumber) void keep(tab);
    else if (!same) keepSoon(tab);
  });
  const keepAll = (): void => {
    const { tabs } = useTabs.getState();
    // The network that a window begins with needs no draft while it is alone.
    const begun = tabs.length === 1 && tabs.every((tab) => isUntouched(useEditor.of(tab).getState()));
    if (!begun) for (const tab of tabs) if (!kept.has(tab)) void keep(tab);
  };
  useTabs.subscribe(({ tabs }, before) => {
    if (tabs === before.tabs) return;
    for (const tab of before.tabs) if (!tabs.includes(tab)) kept.delete(tab);
    keepAll();
  });
  const keepDue = () => {
    for (const tab of [...timers.keys()]) void keep(tab);
  };
  // While the page still counts as the window's; when it is hidden already, main may not listen to it any more.
  window.addEventListener('beforeunload', keepDue);
  window.addEventListener('pagehide', keepDue);
  keepAll();
}
