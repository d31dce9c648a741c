import { t } from '../language/t';
import styles from './ExperimentView.module.css';

/** What the numbers show, in sentences. */
export function FindingList({ findings }: { findings: readonly string[] }) {
  if (findings.length === 0) return null;
  return (
    <section className={styles['findings']} aria-label={t`What the numbers show`}>
      <h3>{t`What the numbers show`}</h3>
      <ul>
        {findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
    </section>
  );
}
