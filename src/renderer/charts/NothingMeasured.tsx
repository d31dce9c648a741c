import { commandKeys } from '../commands/keymap';
import { t } from '../language/t';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import { ExampleButton } from '../vanishing/ExampleButton';
import styles from './Chart.module.css';

/** What will stand here, and what to do for it; `what` is a whole sentence without its full stop. */
export function NothingMeasured({ what }: { what: string }) {
  const underWay = useRun((state) => isUnderWay(state.status));
  if (underWay)
    return (
      <p className={styles['sentence']} data-muted="true">
        {t`Waiting for the first step`}
      </p>
    );
  return (
    <>
      <p className={styles['sentence']} data-muted="true">
        {what} <kbd>{commandKeys('Enter')}</kbd>
      </p>
      <ExampleButton />
    </>
  );
}
