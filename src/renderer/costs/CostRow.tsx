import { memo } from 'react';
import { formatReceptiveField, type LayerCost } from '../../network/analysis/costTable';
import { formatShape } from '../../network/layers/shape';
import { useEditor } from '../editor/editorStore';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from './CostTable.module.css';
import { costColumns } from './costColumns';

interface CostRowProps {
  row: LayerCost;
  /** Its place in the table, the heading counted: for people who hear it read. */
  index: number;
  /** Largest value of each column: the full length of its bars. */
  highest: readonly number[];
  selected: boolean;
}

/**
 * What one layer costs. With hundreds of layers, an edit draws only those anew of which something else is to be seen.
 */
export const CostRow = memo(function CostRow({ row, index, highest, selected }: CostRowProps) {
  const focusLayer = useEditor((state) => state.focusLayer);
  return (
    <tr aria-rowindex={index} data-selected={selected} data-unused={!row.usedInTraining}>
      <th scope="row">
        <button type="button" onClick={() => focusLayer(row.id)} title={t`Show it on the canvas`}>
          <b>{row.label}</b> <span className={styles['title']}>{row.title}</span>
        </button>
      </th>
      <td className={styles['figures']}>
        {row.outputShape === null ? t`not known yet` : formatShape(row.outputShape)}
      </td>
      <td className={styles['figures']}>{say(formatReceptiveField(row.receptiveField)) || '–'}</td>
      {costColumns.map(({ key, value, format }, column) => (
        <td key={key}>
          <span className={styles['bar']} data-cost={key}>
            <i style={{ width: barWidth(value(row), highest[column] ?? 0) }} />
            <span>{value(row) === 0 ? '–' : format(value(row))}</span>
          </span>
        </td>
      ))}
    </tr>
  );
}, looksEqual);

function looksEqual(before: CostRowProps, after: CostRowProps): boolean {
  return before.selected === after.selected && before.index === after.index && seen(before) === seen(after);
}

/** All that a row shows, as one text. */
function seen({ row, highest }: CostRowProps): string {
  return JSON.stringify([
    row,
    costColumns.map(({ value }, index) => barWidth(value(row), highest[index] ?? 0)),
  ]);
}

/** Length of the bar of a column's largest value, in px. */
const longestBar = 60;

function barWidth(value: number, highest: number): number {
  return highest === 0 ? 0 : Math.round((longestBar * value) / highest);
}
