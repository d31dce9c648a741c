import { serialiseProject } from '../../network/graph/projectFile';
import { type EditorState, useEditor } from '../editor/editorStore';
import { useNotice } from '../editor/noticeStore';
import { hasUnsavedChanges } from '../editor/unsavedChanges';
import { autosaveSetting } from '../settings/groups/saving';
import { followSetting, settingNow } from '../settings/settingsStore';
import { noteSaved } from './noteSaved';

/** So long after the last change a project is saved by itself, in ms: what is still being typed or dragged is not. */
const quiet = 2000;

/** Whether the project's changes reach its file by themselves. */
export function savesItself({ path }: Pick<EditorState, 'path'>): boolean {
  return path !== null && settingNow(autosaveSetting);
}

/** Saves projects that have a file, from now on, after each change, as long as the setting says so. */
export function startAutosaving(): void {
  let timer: number | undefined;
  let lastProblem = '';

  const save = async (): Promise<void> => {
    const then = useEditor.getState();
    const { path, history } = then;
    if (path === null || !savesItself(then) || !hasUnsavedChanges(then)) return;
    const text = serialiseProject(history.document);
    const answer = await window.layerwise.call('autosaveProject', { path, text });
    if (answer.status === 'done') noteSaved(path, then);
    // Said once, not with every change.
    const problem = answer.status === 'failed' ? answer.problem : null;
    if (problem !== null && problem.message !== lastProblem) useNotice.getState().show(problem, true);
    lastProblem = problem?.message ?? '';
  };
  const saveSoon = (): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(save, quiet);
  };

  useEditor.subscribe((state, before) => {
    if (state.history.document !== before.history.document) saveSoon();
  });
  followSetting(autosaveSetting, saveSoon);
}
