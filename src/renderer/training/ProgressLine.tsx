import styles from './ProgressLine.module.css';
import { isUnderWay } from './runPhase';
import { useRunProgress } from './runProgress';
import { useRun } from './runStore';

/** The line under the command bar that fills as a run goes on. Its parent must be positioned. */
export function ProgressLine() {
  const underWay = useRun((state) => isUnderWay(state.status));
  const progress = useRunProgress();
  if (!underWay) return null;
  return (
    <div className={styles['line']} aria-hidden="true">
      <div
        className={styles['done']}
        data-endless={progress === null}
        style={progress === null ? undefined : { width: `${progress * 100}%` }}
      />
    </div>
  );
}
