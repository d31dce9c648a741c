import { Database } from 'lucide-react';
import { datasetFacts } from '../../network/datasets/datasetFacts';
import { formatShape } from '../../network/layers/shape';
import { Hint } from '../controls/Hint';
import { useDocument } from '../editor/editorStore';
import { formatInteger } from '../format/numbers';
import styles from './TrainControls.module.css';

/** What the network is trained on. */
export function DatasetChip() {
  const dataset = datasetFacts(useDocument().training.dataset);
  const images = `${formatInteger(dataset.trainingImages)} training and ${formatInteger(dataset.testImages)} test images`;
  return (
    <Hint
      text={`${dataset.label}: ${images} of ${formatShape(dataset.imageShape)} in ${dataset.classes} classes`}
    >
      <span className={styles['chip']}>
        <Database size={14} aria-label="Dataset" />
        <b>{dataset.label}</b>
      </span>
    </Hint>
  );
}
