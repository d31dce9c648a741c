import type { ReactNode } from 'react';
import { Hint } from '../controls/Hint';
import { say } from '../language/say';
import styles from './FieldRow.module.css';

interface FieldRowProps {
  label: string;
  help: string;
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
export function FieldRow({ label, help, control, problem, note, nested = false, children }: FieldRowProps) {
  return (
    <div className={styles['row']} data-nested={nested}>
      <Hint text={say(help)} side="left">
        <label className={styles['label']} htmlFor={control}>
          {say(label)}
        </label>
      </Hint>
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
