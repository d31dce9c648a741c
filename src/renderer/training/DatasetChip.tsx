import { Database } from 'lucide-react';
import { datasetFacts } from '../../network/datasets/datasetFacts';
import { formatShape } from '../../network/layers/shape';
import { Hint } from '../controls/Hint';
import { useDatasetDialog } from '../data/datasetDialogStore';
import { useDocument } from '../editor/editorStore';
import { formatInteger } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from './TrainControls.module.css';

/** What the network is trained on; leads to all that can be said and set about it. */
export function DatasetChip() {
  const dataset = datasetFacts(useDocument().training.dataset);
  const show = useDatasetDialog((state) => state.show);
  const images = t`${formatInteger(dataset.trainingImages)} training and ${formatInteger(dataset.testImages)} test images`;
  return (
    <Hint
      text={t`${say(dataset.label)}: ${images} of ${formatShape(dataset.imageShape)} in ${dataset.classes} classes`}
    >
      <button
        type="button"
        className={styles['chip']}
        aria-label={t`Data: ${say(dataset.label)}`}
        onClick={show}
      >
        <Database size={14} aria-hidden="true" />
        <b>{say(dataset.label)}</b>
      </button>
    </Hint>
  );
}
