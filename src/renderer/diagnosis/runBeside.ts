import type { TabId } from '../tabs/tabRow';
import type { Run } from '../training/run';
import { useRun } from '../training/runStore';
import { useTwinRun } from '../twin/twinStore';

/** The other run of a tab's pair, which `others` holds; null where the run of the canvas stands alone. */
export function runBeside(others: typeof useRun, tab: TabId): Run | null {
  const paired = useRun.of(tab).getState().twinId === useTwinRun.of(tab).getState().run?.id;
  return paired ? others.of(tab).getState().run : null;
}
