import { useId } from 'react';
import { datasetFacts } from '../../network/datasets/datasetFacts';
import type { DatasetReference } from '../../network/datasets/datasetReference';
import { SelectMenu } from '../controls/SelectMenu';
import { useDocument } from '../editor/editorStore';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import styles from './ExperimentEditor.module.css';

/** So many of MNIST's first images can be chosen. */
const mnistCounts = [1024, 2048, 8192, 60_000] as const;

interface DatasetRowProps {
  dataset: DatasetReference;
  onChange: (dataset: DatasetReference) => void;
}

/** The first images of MNIST, or what the project trains on where its images are square. */
export function DatasetRow({ dataset, onChange }: DatasetRowProps) {
  const id = useId();
  const own = useDocument().training.dataset;
  const choices = [dataset, ...mnistCounts.map(firstOfMnist), ...(isSquare(own) ? [own] : [])].map(
    (reference) => ({ reference, value: JSON.stringify(reference), label: labelOf(reference) }),
  );
  const options = choices.filter(
    ({ value }, index) => choices.findIndex((choice) => choice.value === value) === index,
  );
  return (
    <>
      <label className={styles['label']} htmlFor={id}>
        {t`Images`}
      </label>
      <div className={styles['box']}>
        <SelectMenu
          id={id}
          label={t`Images`}
          value={JSON.stringify(dataset)}
          options={options}
          onChange={(value) => {
            const chosen = options.find((option) => option.value === value);
            if (chosen !== undefined) onChange(chosen.reference);
          }}
        />
      </div>
    </>
  );
}

function firstOfMnist(count: number): DatasetReference {
  return count === 60_000 ? { type: 'mnist' } : { type: 'mnist', trainingImages: count, testImages: 1000 };
}

function labelOf(reference: DatasetReference): string {
  const { label, trainingImages } = datasetFacts(reference);
  return t`${label}, ${formatInteger(trainingImages)} training images`;
}

function isSquare(reference: DatasetReference): boolean {
  const [height, width] = datasetFacts(reference).imageShape;
  return height === width;
}
