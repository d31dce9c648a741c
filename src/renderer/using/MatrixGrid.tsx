import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import styles from './ConfusionMatrix.module.css';
import { type Evaluation, type MatrixCell, useEvaluation } from './evaluationStore';
import { cellText, cellTint, rowTotal } from './matrixCells';

interface MatrixProps {
  evaluation: Evaluation;
  onHover: (cell: MatrixCell | null) => void;
}

/** A matrix of few classes, with its counts. */
export function MatrixGrid({ evaluation: { matrix, classNames }, onHover }: MatrixProps) {
  const chosen = useEvaluation((state) => state.cell);
  const toggle = useEvaluation.getState().toggleCell;
  const classes = classNames.length;
  return (
    <table className={styles['grid']} aria-label={t`Confusion matrix`}>
      <thead>
        <tr>
          <td />
          {classNames.map((name) => (
            <th key={name} scope="col" title={name}>
              <span>{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {classNames.map((name, row) => {
          const total = rowTotal(matrix, classes, row);
          return (
            <tr key={name}>
              <th scope="row" title={name}>
                <span>{name}</span>
              </th>
              {classNames.map((other, column) => {
                const count = matrix[row * classes + column] ?? 0;
                return (
                  <td key={other}>
                    <button
                      type="button"
                      className={styles['cell']}
                      data-right={row === column}
                      style={{ '--tint': `${(100 * cellTint(count, total)).toFixed(1)}%` }}
                      aria-label={cellText(matrix, classNames, { row, column })}
                      aria-pressed={chosen?.row === row && chosen.column === column}
                      onClick={() => toggle({ row, column })}
                      onPointerEnter={() => onHover({ row, column })}
                      onPointerLeave={() => onHover(null)}
                      onFocus={() => onHover({ row, column })}
                      onBlur={() => onHover(null)}
                    >
                      {count === 0 ? '' : formatInteger(count)}
                    </button>
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
