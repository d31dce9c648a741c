import type { RunEvent } from '../../protocol/engineMessages';
import { useTabs } from '../tabs/tabsStore';
import { useTwinRun } from '../twin/twinStore';
import { useRun } from './runStore';

/** Brings an event to the tab whose run or twin it is of; the others learn whose weights the engine has. */
export function receiveRunEvent(event: RunEvent): void {
  const { tabs, closed } = useTabs.getState();
  for (const tab of [...tabs, ...closed.map((each) => each.tab)]) {
    const { twinId, receive } = useRun.of(tab).getState();
    if (event.runId === twinId) useTwinRun.of(tab).getState().receive(event);
    else receive(event);
  }
}
