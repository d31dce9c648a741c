/** The engine works on one run at a time: what that means for the other tabs. */
import { create } from 'zustand';
import { useEditor } from '../editor/editorStore';
import { useNotice } from '../editor/noticeStore';
import { t } from '../language/t';
import type { TabId } from '../tabs/tabRow';
import { frontTab, useTabs } from '../tabs/tabsStore';
import { useTwinRun } from '../twin/twinStore';
import { isUnderWay } from './runPhase';
import { useRun } from './runStore';

/** The tab whose run, or the twin beside it, is under way; null where none is. */
export const useTrainingTab = create<{ readonly tab: TabId | null }>(() => ({ tab: null }));

/** Keeps it up to date. Returns the way to stop. */
export function followTrainingTab(): () => void {
  const find = (): void => {
    const tab = useTabs.getState().tabs.find(isTraining) ?? null;
    if (tab !== useTrainingTab.getState().tab) useTrainingTab.setState({ tab });
  };
  const stops = [useRun.follow(find), useTwinRun.follow(find), useTabs.subscribe(find)];
  return () => {
    for (const stop of stops) stop();
  };
}

export function isTraining(tab: TabId): boolean {
  return [useRun, useTwinRun].some((runs) => isUnderWay(runs.of(tab).getState().status));
}

/** Whether the engine works on a run, of whichever tab. */
export function useTrainsAnywhere(): boolean {
  return useTrainingTab(({ tab }) => tab !== null);
}

/** The tab behind the front one whose run the engine works on; null where there is none. */
export function useTrainingElsewhere(): TabId | null {
  const front = useTabs((state) => state.front);
  const tab = useTrainingTab((state) => state.tab);
  return tab === front ? null : tab;
}

function trainingElsewhere(): TabId | null {
  const { tab } = useTrainingTab.getState();
  return tab === frontTab() ? null : tab;
}

/** Why the engine can't work for the front tab now, in a sentence or two; null where it can. */
export function elsewhereObstacle(): string | null {
  return elsewhereWords(trainingElsewhere());
}

export function elsewhereWords(tab: TabId | null): string | null {
  if (tab === null) return null;
  const { message, advice } = elsewhereNotice(tab);
  return `${message} ${advice}`;
}

/** Whether another tab's run would be ended by one of this tab, which is then refused and said. */
export function refusesBesideAnother(): boolean {
  const tab = trainingElsewhere();
  if (tab !== null) useNotice.getState().show(elsewhereNotice(tab));
  return tab !== null;
}

function elsewhereNotice(tab: TabId) {
  const { name } = useEditor.of(tab).getState().history.document;
  return {
    message: t`${name} is training in another tab, and the engine trains one network at a time.`,
    advice: t`Stop that run first, or wait until it has ended.`,
  };
}
