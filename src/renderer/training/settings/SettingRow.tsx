import type { ReactNode } from 'react';
import { Hint } from '../../controls/Hint';
import styles from './SettingRow.module.css';

interface SettingRowProps {
  /** Id of the control that the label names. */
  id: string;
  label: string;
  help: string;
  /** True for a parameter of the setting above. */
  nested?: boolean;
  /** What is wrong with the value in the control. */
  problem?: string | null;
  children: ReactNode;
}

/** A label with its explanation, and a control. */
export function SettingRow({ id, label, help, nested = false, problem = null, children }: SettingRowProps) {
  return (
    <div className={styles['row']} data-nested={nested}>
      <Hint text={help} side="left">
        <label htmlFor={id} className={styles['label']}>
          {label}
        </label>
      </Hint>
      <div className={styles['control']}>{children}</div>
      {problem !== null && (
        <p className={styles['problem']} id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
