import { Wrench } from 'lucide-react';
import type { Problem } from '../../network/analysis/analysis';
import type { Remedy } from '../../network/remedies/remedy';
import { useEditor } from '../editor/editorStore';
import { formatInteger } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from './RemedyButtons.module.css';
import { useRemedies } from './useRemedies';

interface RemedyButtonsProps {
  problem: Problem;
  /** True where Enter takes the first, which says so. */
  byEnter?: boolean;
  onTaken?: () => void;
  /** Said where there is none. */
  whenNone?: string;
}

/** What solves a problem, each with what it costs; a click makes the edit. */
export function RemedyButtons({ problem, byEnter = false, onTaken, whenNone }: RemedyButtonsProps) {
  const remedies = useRemedies(problem);
  if (remedies === null) return null;
  if (remedies.length === 0) return whenNone === undefined ? null : <p>{whenNone}</p>;
  return (
    <ul className={styles['remedies']} aria-label={t`Remedies`}>
      {remedies.map((remedy, index) => (
        <li key={remedy.edit.label}>
          <button
            type="button"
            className={styles['remedy']}
            data-first={index === 0}
            data-deletes={deletes(remedy)}
            onClick={(event) => {
              event.stopPropagation();
              useEditor.getState().apply(remedy.edit);
              onTaken?.();
            }}
          >
            {index === 0 && <Wrench size={13} aria-hidden="true" />}
            <span className={styles['label']}>{say(remedy.edit.label)}</span>
            <Cost remedy={remedy} />
            {byEnter && index === 0 && <kbd>{t`Enter`}</kbd>}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What takes layers away is no more than an offer. */
function deletes({ edit }: Remedy): boolean {
  return edit.changes.some(({ type }) => type === 'removeNode');
}

function Cost({ remedy: { parameters } }: { remedy: Remedy }) {
  if (parameters === 0) return null;
  const count = formatInteger(Math.abs(parameters));
  return (
    <span className={styles['cost']}>
      {parameters > 0 ? t`+${count} parameters` : t`−${count} parameters`}
    </span>
  );
}
