import { leftOutOfFigures } from '../../figures/drawnPage';
import { t } from '../../language/t';
import { isUnderWay } from '../../training/runPhase';
import { useRun } from '../../training/runStore';
import styles from './TimeChart.module.css';

/** Says that the window shows the last step, or leads back to it. */
export function LiveMark() {
  const underWay = useRun(({ status }) => isUnderWay(status) && status !== 'preparing');
  const paused = useRun(({ status }) => status === 'paused');
  const scrubbed = useRun((state) => state.scrubbedStep !== null);
  const scrub = useRun((state) => state.scrub);
  if (scrubbed)
    return (
      <button type="button" {...leftOutOfFigures} className={styles['back']} onClick={() => scrub(null)}>
        {underWay ? t`Back to live` : t`Back to the last step`}
      </button>
    );
  if (!underWay || paused) return null;
  return (
    <span className={styles['live']} {...leftOutOfFigures}>
      <i />
      {t`Live`}
    </span>
  );
}
