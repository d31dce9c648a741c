import { useEffect, useState } from 'react';
import { useMachine } from '../device/machineStore';
import { useEngine } from '../engine/engineStore';
import { useForecastNotice } from '../forecast/useForecastNotice';
import { useKeptRuns } from '../runs/keptRunsStore';
import { useDismissals } from './dismissals';
import styles from './EngineNotice.module.css';
import { machineOffer } from './machineNotices';
import { NoticeCard } from './NoticeCard';
import { currentNotices } from './notice';
import { offerNotice } from './runNotices';
import { isUnderWay } from './runPhase';
import { useRun } from './runStore';

/** What the engine and the run have to say, over the canvas. Its parent must be positioned. */
export function EngineNotice() {
  const { engine, loss } = useEngine();
  const phase = useRun((state) => state.phase);
  const run = useRun((state) => state.run);
  const latest = useRun((state) => (state.phase.status === 'lost' ? state.latest : null));
  const recorded = useRun((state) => (isUnderWay(state.status) ? null : state.recorded));
  const note = useRun((state) => state.note);
  const now = useSeconds('since' in engine);
  const { dismissed, dismiss } = useDismissals();
  const offered = useKeptRuns((state) => state.offered);
  const noted = { phase, run, latest, recorded, note };
  const offer = engine.state === 'ready' ? offerNotice(offered, noted) : null;
  const choice = useMachine((state) => state.choice);
  const machine = engine.state === 'ready' ? machineOffer(choice, noted) : null;
  const shortage = useForecastNotice();
  const notices = [...currentNotices(engine, loss, noted, now), offer, machine, shortage]
    .filter((notice) => notice !== null)
    .filter(({ subject }) => !dismissed.has(subject));
  const cards = (errors: boolean) =>
    notices
      .filter(({ tone }) => (tone === 'error') === errors)
      .map((notice) => (
        <NoticeCard
          // The same while seconds count on in it.
          key={notice.tone + notice.title.replaceAll(/\d+/g, '')}
          notice={notice}
          onDismiss={() => {
            dismiss(notice.subject);
            if (notice === offer) useKeptRuns.getState().declineOffer();
          }}
        />
      ));
  return (
    <div className={styles['notices']}>
      <div role="alert">{cards(true)}</div>
      <output>{cards(false)}</output>
    </div>
  );
}

/** The time in ms, renewed twice a second while it matters. */
function useSeconds(running: boolean): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (!running) return;
    setNow(performance.now());
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
