import styles from './ExperimentView.module.css';

/** What the numbers show, in sentences. */
export function FindingList({ findings }: { findings: readonly string[] }) {
  if (findings.length === 0) return null;
  return (
    <section className={styles['findings']} aria-label="What the numbers show">
      <h3>What the numbers show</h3>
      <ul>
        {findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
    </section>
  );
}
