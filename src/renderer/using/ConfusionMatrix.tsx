import { useState } from 'react';
import { t } from '../language/t';
import styles from './ConfusionMatrix.module.css';
import { type Evaluation, type MatrixCell, useEvaluation } from './evaluationStore';
import { MatrixCanvas } from './MatrixCanvas';
import { MatrixGrid } from './MatrixGrid';
import { cellText } from './matrixCells';

/** More classes have no room for counts. */
const mostCounted = 20;

/** What images are, against what they were taken for; a click on a cell shows its mistakes. */
export function ConfusionMatrix({ evaluation }: { evaluation: Evaluation }) {
  const [hovered, setHovered] = useState<MatrixCell | null>(null);
  const cell = useEvaluation((state) => state.cell);
  const { matrix, classNames } = evaluation;
  const told = hovered ?? cell;
  const Matrix = classNames.length > mostCounted ? MatrixCanvas : MatrixGrid;
  return (
    <figure className={styles['matrix']}>
      <figcaption>
        <b>{t`Confusion`}</b>
        <span>{t`Rows: what they are. Columns: what they were taken for.`}</span>
      </figcaption>
      <Matrix evaluation={evaluation} onHover={setHovered} />
      <p className={styles['told']} aria-live="polite">
        {told === null
          ? t`Point at a cell to read it, click it to see its mistakes.`
          : `${cellText(matrix, classNames, told)}.`}
      </p>
    </figure>
  );
}
