import type { ReportPart } from '../../protocol/problemReport';
import { t } from '../language/t';
import styles from './ReportDialog.module.css';
import { useReport } from './reportStore';
import { reportWords } from './reportWords';

/** The parts of a report with a tick each, and the one that is looked at as it would be written. */
export function ReportParts({ parts }: { parts: readonly ReportPart[] }) {
  const { included, shown, look, include } = useReport();
  return (
    <div className={styles['parts']}>
      <ul aria-label={t`Parts of the report`}>
        {parts.map(({ id }) => (
          <li key={id} data-shown={id === shown}>
            <input
              type="checkbox"
              aria-label={t`Include: ${reportWords[id]()}`}
              checked={included.has(id)}
              onChange={(event) => include(id, event.target.checked)}
            />
            <button type="button" aria-pressed={id === shown} onClick={() => look(id)}>
              {reportWords[id]()}
            </button>
          </li>
        ))}
      </ul>
      <textarea
        readOnly
        spellCheck={false}
        aria-label={t`As it is written: ${reportWords[shown]()}`}
        data-included={included.has(shown)}
        value={parts.find(({ id }) => id === shown)?.text ?? ''}
      />
    </div>
  );
}
