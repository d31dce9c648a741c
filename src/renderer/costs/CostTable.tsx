import { ArrowDown } from 'lucide-react';
import type { Totals } from '../../network/analysis/analysis';
import type { LayerCost } from '../../network/analysis/costTable';
import { classNames } from '../controls/classNames';
import tables from '../controls/Table.module.css';
import { useRowsInView } from '../controls/useRowsInView';
import { useEditor } from '../editor/editorStore';
import { formatBytes } from '../format/bytes';
import { formatCount, formatInteger } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import { CostRow } from './CostRow';
import styles from './CostTable.module.css';
import { type CostColumn, type CostOrder, costColumns } from './costColumns';

interface CostTableProps {
  rows: readonly LayerCost[];
  totals: Totals;
  order: CostOrder;
  onOrder(order: CostOrder): void;
}

/** Height of a row in px, as its style says. */
const rowHeight = 26;

/** One row for each layer, of which those in view are drawn; a column's heading sorts by it. */
export function CostTable({ rows, totals, order, onOrder }: CostTableProps) {
  const selected = useEditor((state) => state.selection.nodes);
  const highest = costColumns.map(({ value }) => rows.reduce((most, row) => Math.max(most, value(row)), 0));
  const activations = rows.reduce((sum, row) => sum + (row.usedInTraining ? row.activations : 0), 0);
  const [scroller, { first, end }] = useRowsInView(rows.length, rowHeight);
  return (
    <section
      ref={scroller}
      className={classNames(tables['scroller'], styles['scroller'])}
      aria-label={t`Cost of each layer`}
    >
      <table
        className={classNames(tables['table'], tables['scrolled'], styles['table'])}
        aria-label={t`Cost of each layer`}
        aria-rowcount={rows.length + 2}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t`Layer`}</th>
            <th scope="col">{t`Output`}</th>
            <th scope="col" title={t`Height and width of the input that one value depends on`}>
              {t`Receptive field`}
            </th>
            {costColumns.map((column) => (
              <ColumnHeading
                key={column.key}
                column={column}
                sorted={order === column.key}
                onSort={() => onOrder(order === column.key ? 'depth' : column.key)}
              />
            ))}
          </tr>
        </thead>
        <tbody
          style={{
            '--room-before': `${first * rowHeight}px`,
            '--room-after': `${(rows.length - end) * rowHeight}px`,
          }}
        >
          {rows.slice(first, end).map((row, place) => (
            <CostRow
              key={row.id}
              row={row}
              // The heading is the first.
              index={first + place + 2}
              highest={highest}
              selected={selected.includes(row.id)}
            />
          ))}
        </tbody>
        <tfoot>
          <tr aria-rowindex={rows.length + 2}>
            <th scope="row" colSpan={3}>
              {totals.frozen === 0
                ? t`Total`
                : t`Total: ${formatInteger(totals.trainable)} trained, ${formatInteger(totals.frozen)} frozen`}
            </th>
            {[
              formatInteger(totals.trainable + totals.nonTrainable),
              formatCount(totals.macs),
              formatBytes(activations),
            ].map((total, index) => (
              <td key={costColumns[index]?.key}>
                <span className={styles['bar']}>
                  <span>{total}</span>
                </span>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

interface ColumnHeadingProps {
  column: CostColumn;
  sorted: boolean;
  onSort(): void;
}

function ColumnHeading({ column, sorted, onSort }: ColumnHeadingProps) {
  return (
    <th scope="col" aria-sort={sorted ? 'descending' : 'none'} title={say(column.help)}>
      <button type="button" onClick={onSort}>
        {say(column.title)}
        <ArrowDown size={12} aria-hidden="true" className={styles['arrow']} data-shown={sorted} />
      </button>
    </th>
  );
}
