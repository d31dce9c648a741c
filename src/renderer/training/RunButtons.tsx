import { Pause, Play, Square } from 'lucide-react';
import { useEngine } from '../engine/engineStore';
import { t } from '../language/t';
import { useActiveRun } from '../twin/activeRun';
import { ProgressRing } from './ProgressRing';
import { runProgress } from './runProgress';
import styles from './TrainControls.module.css';

/** Progress, Pause or Resume, and Stop of the run under way. */
export function RunButtons() {
  const active = useActiveRun();
  const status = active((state) => state.status);
  const progress = active(runProgress);
  const cutOff = useEngine(({ engine }) => engine.state === 'cutOff');
  const { pause, resume, stop } = active.getState();
  const halted = status === 'paused' || status === 'resuming';
  const percent = progress === null ? t`Starting` : `${Math.round(progress * 100)} %`;
  return (
    <fieldset className={`${styles['group']} ${styles['running']}`} aria-label={t`Run`}>
      <span
        className={styles['progress']}
        role="progressbar"
        aria-label={t`Progress`}
        aria-valuetext={percent}
      >
        <ProgressRing progress={progress} />
        {percent}
      </span>
      <button
        type="button"
        className={styles['pause']}
        disabled={cutOff || (status !== 'running' && status !== 'paused')}
        onClick={halted ? resume : pause}
      >
        {halted ? (
          <Play size={14} className={styles['solid']} aria-hidden="true" />
        ) : (
          <Pause size={15} className={styles['solid']} aria-hidden="true" />
        )}
        {pauseLabels[status]?.() ?? t`Pause`}
      </button>
      <button
        type="button"
        className={styles['stop']}
        disabled={cutOff || status === 'stopping'}
        onClick={stop}
      >
        <Square size={13} className={styles['solid']} aria-hidden="true" />
        {status === 'stopping' ? t`Stopping…` : t`Stop`}
      </button>
    </fieldset>
  );
}

/** What the button that pauses says meanwhile. */
const pauseLabels: Partial<Record<string, () => string>> = {
  pausing: () => t`Pausing…`,
  paused: () => t`Resume`,
  resuming: () => t`Resuming…`,
};
