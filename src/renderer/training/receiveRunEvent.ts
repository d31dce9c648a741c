import type { RunEvent } from '../../protocol/engineMessages';
import { useTabs } from '../tabs/tabsStore';
import { useTwinRun } from '../twin/twinStore';
import { useRun } from './runStore';

/**
 * Brings an event to the tab whose run or twin it is of; the others learn whose weights the engine has. A twin hears of its
 * end also where its tab has begun another run meanwhile.
 */
export function receiveRunEvent(event: RunEvent): void {
  const { tabs, closed } = useTabs.getState();
  for (const tab of [...tabs, ...closed.map((each) => each.tab)]) {
    const twin = useTwinRun.of(tab).getState();
    const { receive } = twin.isAbout(event.runId) ? twin : useRun.of(tab).getState();
    receive(event);
  }
}
