import { ChevronDown, ChevronUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { classFigures } from '../../network/evaluation/classFigures';
import { formatInteger } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import { formatPercent } from '../training/formatValues';
import styles from './ClassTable.module.css';
import { type ClassColumn, type ClassRow, sortClasses } from './classOrder';
import type { Evaluation } from './evaluationStore';

const columns: readonly {
  readonly column: ClassColumn;
  readonly label: string;
  /** What it means. */
  readonly meaning: string;
  readonly text: (row: ClassRow) => string;
}[] = [
  { column: 'name', label: 'Class', meaning: 'By its number', text: ({ name }) => name },
  {
    column: 'images',
    label: 'Images',
    meaning: 'Images of the class',
    text: ({ images }) => formatInteger(images),
  },
  {
    column: 'recall',
    label: 'Accuracy',
    meaning: 'Share of its images that were taken for it (recall)',
    text: ({ recall }) => share(recall),
  },
  {
    column: 'precision',
    label: 'Precision',
    meaning: 'Share of those taken for it that are of it',
    text: ({ precision }) => share(precision),
  },
  { column: 'f1', label: 'F1', meaning: 'Harmonic mean of both', text: ({ f1 }) => share(f1) },
];

const share = (value: number) => (Number.isNaN(value) ? '–' : formatPercent(value));

/** How well each class is known; a column's head sorts by it. */
export function ClassTable({ evaluation: { matrix, classNames } }: { evaluation: Evaluation }) {
  const [order, setOrder] = useState<{ readonly column: ClassColumn; readonly ascending: boolean }>({
    column: 'name',
    ascending: true,
  });
  const rows = useMemo(
    () =>
      classFigures(matrix, classNames.length).map((figures, number) => ({
        ...figures,
        ...{ number, name: classNames[number] ?? String(number) },
      })),
    [matrix, classNames],
  );
  const Chevron = order.ascending ? ChevronUp : ChevronDown;
  return (
    <div className={styles['box']}>
      <table className={styles['table']} aria-label={t`Classes`}>
        <thead>
          <tr>
            {columns.map(({ column, label, meaning }) => (
              <th
                key={column}
                scope="col"
                title={say(meaning)}
                aria-sort={order.column === column ? (order.ascending ? 'ascending' : 'descending') : 'none'}
              >
                <button
                  type="button"
                  className={styles['sort']}
                  onClick={() =>
                    setOrder({ column, ascending: order.column === column ? !order.ascending : true })
                  }
                >
                  {say(label)}
                  {order.column === column && <Chevron size={12} aria-hidden="true" />}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sortClasses(rows, order).map((row) => (
            <tr key={row.number}>
              {columns.map(({ column, text }) =>
                column === 'name' ? (
                  <th key={column} scope="row">
                    {text(row)}
                  </th>
                ) : (
                  <td key={column}>{text(row)}</td>
                ),
              )}
              <td className={styles['bar']} aria-hidden="true">
                <i style={{ width: `${100 * (row.recall || 0)}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
