import { type ReactNode, useRef, useState } from 'react';
import type { TermId } from '../../network/glossary/glossary';
import { Hint } from '../controls/Hint';
import { ExplainButton } from '../glossary/ExplainButton';
import { useHelpKey } from '../glossary/useHelpKey';
import { say } from '../language/say';
import styles from './FieldRow.module.css';

interface FieldRowProps {
  label: string;
  help: string;
  /** What the field is about, to be explained at length. */
  term?: TermId | undefined;
  /** Id of the control that the label belongs to, where it is a single one. */
  control?: string | undefined;
  /** What is wrong with what was typed. */
  problem?: string | null | undefined;
  /** A remark below the control. */
  note?: string | null | undefined;
  /** True for a parameter of the row above. */
  nested?: boolean;
  children: ReactNode;
}

/**
 * A row of a form: name with help on hover, control, and below it what is wrong or worth knowing. The form sets
 * the names' width as `--label-width`.
 */
export function FieldRow(props: FieldRowProps) {
  const { label, help, term, control, problem, note, nested = false, children } = props;
  const [explained, setExplained] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  useHelpKey(row, term !== undefined, () => setExplained(true));
  return (
    <div ref={row} className={styles['row']} data-nested={nested}>
      <span className={styles['name']}>
        <Hint text={say(help)} side="left" quiet={explained}>
          <label className={styles['label']} htmlFor={control}>
            {say(label)}
          </label>
        </Hint>
        {term !== undefined && (
          <ExplainButton
            term={term}
            label={say(label)}
            help={help}
            open={explained}
            onOpenChange={setExplained}
          />
        )}
      </span>
      <div className={styles['control']}>{children}</div>
      {problem !== null && problem !== undefined && (
        <p className={styles['problem']} role="alert">
          {say(problem)}
        </p>
      )}
      {note !== null && note !== undefined && <p className={styles['note']}>{say(note)}</p>}
    </div>
  );
}
