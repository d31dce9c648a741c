import { useCallback, useRef, useState } from 'react';
import { leftOutOfFigures } from '../figures/drawnPage';
import { FigureMenu } from '../figures/FigureMenu';
import { t } from '../language/t';
import styles from './ConfusionMatrix.module.css';
import { type Evaluation, type MatrixCell, useEvaluation } from './evaluationStore';
import { MatrixCanvas } from './MatrixCanvas';
import { MatrixGrid } from './MatrixGrid';
import { cellText } from './matrixCells';
import { matrixExports } from './matrixExports';

interface ConfusionMatrixProps {
  /** Name of the network that was evaluated. */
  network: string;
  evaluation: Evaluation;
}

/** More classes have no room for counts. */
const mostCounted = 20;

/** What images are, against what they were taken for; a click on a cell, or Enter, shows its mistakes. */
export function ConfusionMatrix({ network, evaluation }: ConfusionMatrixProps) {
  const [pointed, setPointed] = useState<MatrixCell | null>(null);
  const figure = useRef<HTMLElement>(null);
  const cell = useEvaluation((state) => state.cell);
  const { matrix, classNames } = evaluation;
  const told = pointed ?? cell;
  const exported = useCallback(
    () => matrixExports(network, evaluation, () => figure.current),
    [network, evaluation],
  );
  const Matrix = classNames.length > mostCounted ? MatrixCanvas : MatrixGrid;
  return (
    <figure ref={figure} className={styles['matrix']}>
      <figcaption>
        <b>{t`Confusion`}</b>
        <span>{t`Rows: what they are. Columns: what they were taken for.`}</span>
        <span className={styles['tools']} {...leftOutOfFigures}>
          <FigureMenu charts={exported} label={t`Export the confusion matrix`} />
        </span>
      </figcaption>
      <Matrix {...{ evaluation, pointed }} onPoint={setPointed} />
      <p className={styles['told']} aria-live="polite" {...leftOutOfFigures}>
        {told === null
          ? t`Point at a cell to read it, click it to see its mistakes; or use arrow keys and Enter.`
          : `${cellText(matrix, classNames, told)}.`}
      </p>
    </figure>
  );
}
