import { formatCounted } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { useChosenRuns } from './chosenRunsStore';
import styles from './RunsView.module.css';
import { restoreTrashed } from './runActions';

/** What could not be done, and what became of runs that were thrown away. */
export function RunsMessages() {
  const { failure, trashed, fail, noteTrashed } = useChosenRuns();
  return (
    <>
      {failure !== null && (
        <p className={styles['failure']} role="alert">
          <span>
            {say(failure.message)} {say(failure.advice)}
          </span>
          <FramedButton onClick={() => fail(null)}>{t`Understood`}</FramedButton>
        </p>
      )}
      {trashed !== null && (
        <p className={styles['said']} role="status">
          <span>
            {trashed.place === null
              ? trashed.folders.length === 1
                ? t`Moved ${formatCounted(trashed.folders.length, 'run')} to the system’s trash. To undo that, restore it there.`
                : t`Moved ${formatCounted(trashed.folders.length, 'run')} to the system’s trash. To undo that, restore them there.`
              : t`Moved ${formatCounted(trashed.folders.length, 'run')} to ${trashed.place}, for there is no trash of the system.`}
          </span>
          {trashed.place !== null && <FramedButton onClick={restoreTrashed}>{t`Undo`}</FramedButton>}
          <FramedButton onClick={() => noteTrashed(null)}>{t`Understood`}</FramedButton>
        </p>
      )}
    </>
  );
}
