import styles from './DiagnosisTab.module.css';
import { useDiagnosis } from './diagnosisStore';
import { findings } from './verdictLook';

/** How many things a person should act on, beside the tab's name; nothing for none. */
export function DiagnosisBadge() {
  const verdicts = findings(useDiagnosis((state) => state.verdicts));
  const [worst] = verdicts;
  if (worst === undefined) return null;
  return (
    <span className={styles['badge']} data-severity={worst.severity}>
      {verdicts.length}
    </span>
  );
}
