import { Import, X } from 'lucide-react';
import { Hint } from '../controls/Hint';
import { useDocument } from '../editor/editorStore';
import { t } from '../language/t';
import chips from '../training/TrainControls.module.css';
import { describeStart } from './describeStart';
import { startFresh } from './fineTuningActions';
import styles from './StartingWeights.module.css';

/** Where the first weights are from, and the way to have all drawn again; nothing where they are drawn. */
export function StartingWeightsChip() {
  const { startingWeights } = useDocument();
  if (startingWeights === undefined) return null;
  return (
    <span className={`${chips['chip']} ${styles['chip']}`}>
      <Hint text={describeStart(startingWeights)}>
        <span className={styles['from']} role="img" aria-label={t`Starts from ${startingWeights.name}`}>
          <Import size={14} aria-hidden="true" />
          <b>{startingWeights.name}</b>
        </span>
      </Hint>
      <button
        type="button"
        className={styles['clear']}
        aria-label={t`Start from fresh weights`}
        title={t`Start from fresh weights`}
        onClick={startFresh}
      >
        <X size={13} aria-hidden="true" />
      </button>
    </span>
  );
}
