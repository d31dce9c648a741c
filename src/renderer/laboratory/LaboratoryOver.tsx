import type { ReactNode } from 'react';
import { Laboratory } from './Laboratory';
import styles from './Laboratory.module.css';
import { useLaboratory } from './laboratoryStore';

/** The editor, and the laboratory over it while that is open: what is covered takes neither keys nor clicks. */
export function LaboratoryOver({ children }: { children: ReactNode }) {
  const open = useLaboratory((state) => state.open);
  return (
    <div className={styles['views']}>
      <div className={styles['editor']} inert={open}>
        {children}
      </div>
      {open && <Laboratory />}
    </div>
  );
}
