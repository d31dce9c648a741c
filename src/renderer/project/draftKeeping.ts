import { serialiseProject } from '../../network/graph/projectFile';
import { isUntouched, useEditor } from '../editor/editorStore';
import { useNotice } from '../editor/noticeStore';
import { countUnsavedChanges } from '../editor/unsavedChanges';
import { draftIntervalSetting } from '../settings/groups/saving';
import { settingNow } from '../settings/settingsStore';
import { useSaving } from './savingStore';

/** Hands the project to main after each change from now on, so that a crash costs little: as the setting says. */
export function startKeepingDrafts(): void {
  let timer: number | undefined;
  let lastProblem = '';

  const keep = async (): Promise<void> => {
    window.clearTimeout(timer);
    timer = undefined;
    const state = useEditor.getState();
    const { document } = state.history;
    const answer = await window.layerwise.call('keepDraft', {
      text: serialiseProject(document),
      path: state.path,
      projectName: document.name,
      unsavedChanges: countUnsavedChanges(state),
    });
    if (answer.status === 'done') useSaving.setState({ draftKeptAt: Date.now() });
    // Said once, not with every change.
    const problem = answer.status === 'failed' ? answer.problem : null;
    if (problem !== null && problem.message !== lastProblem) useNotice.getState().show(problem, true);
    lastProblem = problem?.message ?? '';
  };

  useEditor.subscribe((state, before) => {
    const same =
      state.history.document === before.history.document &&
      state.path === before.path &&
      state.savedEdit === before.savedEdit;
    if (!same) timer ??= window.setTimeout(keep, settingNow(draftIntervalSetting) * 1000);
  });
  const keepDue = () => {
    if (timer !== undefined) void keep();
  };
  // While the page still counts as the window's; when it is hidden already, main may not listen to it any more.
  window.addEventListener('beforeunload', keepDue);
  window.addEventListener('pagehide', keepDue);
  if (!isUntouched(useEditor.getState())) void keep();
}
