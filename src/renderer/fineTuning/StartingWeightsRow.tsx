import { useDocument } from '../editor/editorStore';
import { FieldRow } from '../form/FieldRow';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { describeStart } from './describeStart';
import { startFresh } from './fineTuningActions';
import styles from './StartingWeights.module.css';

/** Among the training settings: what the weights begin with. */
export function StartingWeightsRow() {
  const { startingWeights } = useDocument();
  return (
    <FieldRow
      label={t`First weights`}
      help={t`What training begins with. “Start from” in Runs takes those of a run; a model of another program is opened with its own.`}
    >
      <div className={styles['row']}>
        {startingWeights === undefined ? (
          <span>{t`Drawn from the seed`}</span>
        ) : (
          <>
            <span title={describeStart(startingWeights)}>{startingWeights.name}</span>
            <FramedButton onClick={startFresh}>{t`Start fresh`}</FramedButton>
          </>
        )}
      </div>
    </FieldRow>
  );
}
