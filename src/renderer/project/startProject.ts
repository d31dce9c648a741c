import { parseProject } from '../../network/graph/projectFile';
import type { RecalledDraft } from '../../protocol/keptProjects';
import { useEditor } from '../editor/editorStore';
import { useNotice } from '../editor/noticeStore';
import { t } from '../language/t';
import { startScreenSetting } from '../settings/groups/starting';
import { settingNow } from '../settings/settingsStore';
import { useOpenView } from '../views/openView';
import { startAutosaving } from './autosaving';
import { momentText } from './describeDraft';
import { startKeepingDrafts } from './draftKeeping';
import { openDescribed } from './projectActions';
import { useProjectProblem } from './projectProblem';
import { offerRecovery } from './recovery';

/**
 * Puts the project on the canvas that the window begins with, and calls `show` when it is known: a page that was
 * loaded anew goes on where the one before was; what a crash has left is offered; then comes the file that Layerwise
 * was started with, or the start screen where there is none.
 */
export async function startProject(show: () => void): Promise<void> {
  const recalled = await recallDraft();
  const goesOn = recalled !== null && recalled.cause !== 'crash';
  if (goesOn) restore(recalled);
  const request = goesOn ? null : await window.layerwise.call('describeRequest', undefined);
  const begins = !goesOn && request === null && settingNow(startScreenSetting);
  if (begins && recalled === null) useOpenView.getState().show('start');
  show();
  if (recalled?.cause === 'pageCrash') useNotice.getState().show(pageCrashNotice(recalled), true);
  if (recalled?.cause === 'crash') {
    if (await offerRecovery(recalled)) restore(recalled);
    else {
      await window.layerwise.call('discardDraft', undefined);
      if (begins) useOpenView.getState().show('start');
    }
  }
  startKeepingDrafts();
  startAutosaving();
  if (request !== null) await openDescribed(request);
}

async function recallDraft(): Promise<RecalledDraft | null> {
  const answer = await window.layerwise.call('recallDraft', undefined);
  if (answer.status === 'failed') sayUnreadable(answer.problem);
  return answer.status === 'done' ? answer.value : null;
}

function restore({ draft }: RecalledDraft): void {
  const result = parseProject(draft.text);
  if ('problem' in result) sayUnreadable(result.problem);
  else useEditor.getState().restore(result.document, draft.path, draft.unsavedChanges);
}

function sayUnreadable(problem: { readonly message: string; readonly advice: string }): void {
  useProjectProblem.getState().show({ title: t`The draft could not be read`, ...problem });
}

function pageCrashNotice({ draft, keptAt }: RecalledDraft) {
  return {
    message: t`The page in this window stopped working, and was loaded anew.`,
    advice: t`${draft.projectName} is as it was at ${momentText(new Date(keptAt), new Date())}. Earlier steps can’t be undone any more.`,
  };
}
