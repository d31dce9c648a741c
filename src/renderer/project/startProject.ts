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
import { sayMissingFiles } from './missingFiles';
import { openDescribed } from './projectActions';
import { useProjectProblem } from './projectProblem';
import { offerRecovery } from './recovery';

/**
 * Puts the projects in their tabs that the window begins with, and calls `show` when they are known: a page that was
 * loaded anew goes on where the one before was; what a crash has left is offered; then comes the file that Layerwise
 * was started with, or else the tabs of the last time, or the start screen where there are none.
 */
export async function startProject(show: () => void): Promise<void> {
  const recalled = await window.layerwise.call('recallDrafts', undefined);
  if (recalled.problem !== null) sayUnreadable(recalled.problem);
  const { drafts } = recalled;
  const causes = new Set(drafts.map(({ cause }) => cause));
  const goesOn = causes.has('reload') || causes.has('pageCrash');
  const request = goesOn ? null : await window.layerwise.call('describeRequest', undefined);
  const begin = (reopened: RecalledDrafts): void => {
    const any = restore(request === null ? reopened : withoutLastTabs(reopened));
    if (request === null) sayMissingFiles(reopened.missing);
    if (!any && request === null && settingNow(startScreenSetting)) useOpenView.getState().show('start');
  };
  if (!causes.has('crash')) begin(recalled);
  show();
  if (causes.has('pageCrash')) useNotice.getState().show(pageCrashNotice(drafts), true);
  if (causes.has('crash')) begin(await afterCrash(recalled));
  startKeepingDrafts();
  startAutosaving();
  if (request !== null) await openDescribed(request);
}

/** What is gone on with after a crash: everything, or where the person wants nothing of the drafts, what files have. */
async function afterCrash(recalled: RecalledDrafts): Promise<RecalledDrafts> {
  const left = recalled.drafts.filter(({ cause }) => cause === 'crash');
  if (await offerRecovery(left)) return recalled;
  for (const { project } of left) await window.layerwise.call('discardDraft', { project });
  return window.layerwise.call('recallDrafts', undefined);
}

function withoutLastTabs(recalled: RecalledDrafts): RecalledDrafts {
  return { ...recalled, drafts: recalled.drafts.filter(({ cause }) => cause !== 'restart') };
}

/** Each project in a tab of its own, in place of the one that a window begins with; false where there is none. */
function restore({ drafts, shown }: RecalledDrafts): boolean {
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
  return front !== undefined;
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
