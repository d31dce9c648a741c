import type { DatasetPreview } from '../../protocol/datasetMessages';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import styles from './ClassBars.module.css';

/** How many images of each class there are. */
export function ClassBars({ preview }: { preview: DatasetPreview }) {
  const { classNames, trainingCounts, testCounts } = preview;
  const most = Math.max(1, ...trainingCounts);
  return (
    <table className={styles['classes']}>
      <caption>{t`Images of each class`}</caption>
      <thead>
        <tr>
          <th scope="col">{t`Class`}</th>
          <th scope="col">{t`Training`}</th>
          <th scope="col">{t`Test`}</th>
        </tr>
      </thead>
      <tbody>
        {classNames.map((name, label) => (
          <tr key={name}>
            <th scope="row" title={name}>
              {name}
            </th>
            <td>
              <span
                className={styles['bar']}
                style={{ width: `${(64 * (trainingCounts[label] ?? 0)) / most}%` }}
              />
              {formatInteger(trainingCounts[label] ?? 0)}
            </td>
            <td className={styles['test']}>{formatInteger(testCounts[label] ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
