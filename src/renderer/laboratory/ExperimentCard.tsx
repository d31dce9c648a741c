import type { Experiment } from '../../network/laboratory/experiment';
import { formatCounted, formatInteger } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from './ExperimentList.module.css';
import { useExpectedTime } from './expectedTime';
import { useLaboratory } from './laboratoryStore';

interface ExperimentCardProps {
  id: string;
  name: string;
  remark: string;
  /** A preset, whose time is told before it runs; null for an experiment of one's own. */
  preset: Experiment | null;
  total: number;
  chosen: boolean;
}

/** An experiment in the list: what it asks, and how far it is. */
export function ExperimentCard({ id, name, remark, preset, total, chosen }: ExperimentCardProps) {
  const running = useLaboratory((state) => state.running === id);
  const done = useLaboratory(
    (state) =>
      state.told.get(id)?.results.length ?? state.kept.find((experiment) => experiment.id === id)?.done ?? 0,
  );
  const share = useLaboratory(({ progress }) =>
    progress?.experiment === id && progress.steps > 0 ? progress.step / progress.steps : 0,
  );
  return (
    <button
      type="button"
      className={styles['card']}
      aria-current={chosen}
      onClick={() => useLaboratory.getState().show(id)}
    >
      <b>{say(name)}</b>
      <span className={styles['remark']}>{say(remark)}</span>
      <small>
        {running && t`Running, `}
        {done > 0 || running
          ? t`${formatInteger(done)} of ${formatCounted(total, 'trial')}`
          : formatCounted(total, 'trial')}
        {done === 0 && !running && preset !== null && <ExpectedTime experiment={preset} />}
      </small>
      {(done > 0 || running) && (
        <span className={styles['track']} aria-hidden="true">
          <span
            data-running={running}
            style={{
              width: `${(100 * Math.min(total, done + (running ? share : 0))) / Math.max(1, total)}%`,
            }}
          />
        </span>
      )}
    </button>
  );
}

function ExpectedTime({ experiment }: { experiment: Experiment }) {
  const time = useExpectedTime(experiment);
  return time === null ? null : <>, {time}</>;
}
