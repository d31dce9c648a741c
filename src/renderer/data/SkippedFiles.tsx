import type { DatasetPreview } from '../../protocol/datasetMessages';
import { formatCounted } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from './DatasetDetails.module.css';

/** The files that were left out, by name and with the reason. */
export function SkippedFiles({ preview: { skipped, skippedCount } }: { preview: DatasetPreview }) {
  if (skippedCount === 0) return null;
  return (
    <details className={styles['skipped']}>
      <summary>{t`${formatCounted(skippedCount, 'file')} left out`}</summary>
      <ul>
        {skipped.map(({ name, reason }) => (
          <li key={name}>
            <b>{name}</b> {say(reason)}
          </li>
        ))}
        {skippedCount > skipped.length && (
          <li>{t`and ${formatCounted(skippedCount - skipped.length, 'more file')}`}</li>
        )}
      </ul>
    </details>
  );
}
