import { t } from '../language/t';
import styles from './DiagnosisTab.module.css';

/** What the run can't be judged by yet. */
export function NotMeasured({ missing }: { missing: readonly string[] }) {
  if (missing.length === 0) return null;
  return (
    <section className={styles['missing']} aria-labelledby="not-measured">
      <h3 id="not-measured">{t`Not known yet`}</h3>
      <ul>
        {missing.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
