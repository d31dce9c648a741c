import { type KeyboardEvent, useRef, useState } from 'react';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import styles from './ConfusionMatrix.module.css';
import { type Evaluation, type MatrixCell, useEvaluation } from './evaluationStore';
import { cellText, cellTint, rowTotal } from './matrixCells';
import { cellAfterKey } from './matrixKeys';

interface MatrixGridProps {
  evaluation: Evaluation;
  onPoint: (cell: MatrixCell | null) => void;
}

/** A matrix of few classes, with its counts. Tab leads to one of its cells, arrow keys to the others. */
export function MatrixGrid({ evaluation: { matrix, classNames }, onPoint }: MatrixGridProps) {
  const table = useRef<HTMLTableElement>(null);
  const [stop, setStop] = useState<MatrixCell>({ row: 0, column: 0 });
  const chosen = useEvaluation((state) => state.cell);
  const toggle = useEvaluation.getState().toggleCell;
  const classes = classNames.length;
  const obey = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.altKey || event.metaKey) return;
    const next = cellAfterKey(event, stop, classes);
    if (next === null) return;
    event.preventDefault();
    table.current?.querySelectorAll('button')[next.row * classes + next.column]?.focus();
  };
  return (
    <table ref={table} className={styles['grid']} aria-label={t`Confusion matrix`} onKeyDown={obey}>
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
                      tabIndex={stop.row === row && stop.column === column ? 0 : -1}
                      onClick={() => toggle({ row, column })}
                      onPointerEnter={() => onPoint({ row, column })}
                      onPointerLeave={() => onPoint(null)}
                      onFocus={() => {
                        setStop({ row, column });
                        onPoint({ row, column });
                      }}
                      onBlur={() => onPoint(null)}
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
