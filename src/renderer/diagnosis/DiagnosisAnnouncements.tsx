import { useEffect, useState } from 'react';
import styles from '../editor/EditAnnouncements.module.css';
import { say } from '../language/say';
import { t } from '../language/t';
import { frontTab } from '../tabs/tabsStore';
import { useDiagnosis } from './diagnosisStore';
import { findings } from './verdictLook';

/** Tells screen readers of each finding when it comes, and when none is left. */
export function DiagnosisAnnouncements() {
  const [words, setWords] = useState('');
  useEffect(
    () =>
      useDiagnosis.follow((tab, now, before) => {
        if (tab !== frontTab() || now.run === null) return;
        const known = new Set(findings(before.verdicts).map(({ kind }) => kind));
        const fresh = findings(now.verdicts).filter(({ kind }) => !known.has(kind));
        if (fresh.length > 0)
          setWords(
            fresh
              .map(({ title, evidence, cause }) => `${say(title)}. ${say(evidence)} ${say(cause)}`)
              .join(' '),
          );
        else if (known.size > 0 && findings(now.verdicts).length === 0)
          setWords(t`Nothing wrong found any more.`);
      }),
    [],
  );
  return (
    <div className={styles['unseen']} role="status" aria-label={t`Diagnosis`}>
      {words}
    </div>
  );
}
