import { parseProject } from '../../network/graph/projectFile';
import type { RecalledDraft, RecalledDrafts } from '../../protocol/keptProjects';
import { useEditor } from '../editor/editorStore';
import { useNotice } from '../editor/noticeStore';
import { momentText } from '../format/moments';
import { t } from '../language/t';
import { startScreenSetting } from '../settings/groups/starting';
import { settingNow } from '../settings/settingsStore';
import type { TabId } from '../tabs/tabRow';
import { useTabs } from '../tabs/tabsStore';
import { useOpenView } from '../views/openView';
import { startAutosaving } from './autosaving';
import { startKeepingDrafts } from './draftKeeping';
import { openDescribed } from './projectActions';
import { useProjectProblem } from './projectProblem';
import { offerRecovery } from './recovery';

/**
 * Puts the projects in their tabs that the window begins with, and calls `show` when they are known: a page that was
 * loaded anew goes on where the one before was; what a crash has left is offered; then comes the file that Layerwise
 * was started with, or the start screen where there is none.
 */
export async function startProject(show: () => void): Promise<void> {
  const recalled = await window.layerwise.call('recallDrafts', undefined);
  if (recalled.problem !== null) sayUnreadable(recalled.problem);
  const { drafts } = recalled;
  const cause = drafts[0]?.cause ?? null;
  const goesOn = cause === 'reload' || cause === 'pageCrash';
  if (goesOn) restore(recalled);
  const request = goesOn ? null : await window.layerwise.call('describeRequest', undefined);
  const begins = !goesOn && request === null && settingNow(startScreenSetting);
  if (begins && cause === null) useOpenView.getState().show('start');
  show();
  if (cause === 'pageCrash') useNotice.getState().show(pageCrashNotice(drafts), true);
  if (cause === 'crash') {
    if (await offerRecovery(drafts)) restore(recalled);
    else {
      for (const { project } of drafts) await window.layerwise.call('discardDraft', { project });
      if (begins) useOpenView.getState().show('start');
    }
  }
  startKeepingDrafts();
  startAutosaving();
  if (request !== null) await openDescribed(request);
}

/** Each project in a tab of its own, in place of the one that a window begins with. */
function restore({ drafts, shown }: RecalledDrafts): void {
  const read = drafts.map(({ project, draft }) => ({ project, draft, result: parseProject(draft.text) }));
  const tabs: TabId[] = [];
  for (const { project, draft, result } of read) {
    if ('problem' in result) {
      sayUnreadable(result.problem);
      continue;
    }
    useEditor.of(project).getState().restore(result.document, draft.path, draft.unsavedChanges);
    tabs.push(project);
  }
  const front = tabs.find((tab) => tab === shown) ?? tabs.at(-1);
  if (front !== undefined) useTabs.getState().begin({ tabs, front });
}

function sayUnreadable(problem: { readonly message: string; readonly advice: string }): void {
  useProjectProblem.getState().show({ title: t`The draft could not be read`, ...problem });
}

function pageCrashNotice(drafts: readonly RecalledDraft[]) {
  const [latest] = drafts.toSorted((left, right) => right.keptAt - left.keptAt);
  const moment = momentText(new Date(latest?.keptAt ?? Date.now()), new Date());
  return {
    message: t`The page in this window stopped working, and was loaded anew.`,
    advice:
      drafts.length === 1 && latest !== undefined
        ? t`${latest.draft.projectName} is as it was at ${moment}. Earlier steps can’t be undone any more.`
        : t`All ${drafts.length} projects are as they were at ${moment}. Earlier steps can’t be undone any more.`,
  };
}
