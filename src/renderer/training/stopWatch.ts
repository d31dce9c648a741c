import { useEngine } from '../engine/engineStore';
import { restartEngine } from '../engine/restartEngine';
import { t } from '../language/t';
import type { TabId } from '../tabs/tabRow';
import { useRun } from './runStore';

/** How long Stop waits for the step under way: native code can't be interrupted, only put down. */
const patienceMilliseconds = 3000;

/** Restarts the engine where it does not answer Stop, so that Stop always stops. */
export function watchStop(): void {
  const timers = new Map<TabId, ReturnType<typeof setTimeout>>();
  useRun.follow((tab, { status }, before) => {
    if (status === before.status) return;
    clearTimeout(timers.get(tab));
    timers.delete(tab);
    if (status !== 'stopping') return;
    const restart = () => {
      // Without a connection nobody knows what the engine does.
      if (useEngine.getState().engine.state === 'cutOff') return;
      restartEngine(t`The engine did not answer Stop within 3 s, so it was restarted.`);
    };
    timers.set(tab, setTimeout(restart, patienceMilliseconds));
  });
}
