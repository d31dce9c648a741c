import type { ReactNode } from 'react';
import { UsingView } from './UsingView';
import styles from './UsingView.module.css';
import { useUsing } from './usingStore';

/** The editor, and the use of a trained network over it while that is open: what is covered takes neither keys nor clicks. */
export function UsingOver({ children }: { children: ReactNode }) {
  const open = useUsing((state) => state.open);
  return (
    <div className={styles['views']}>
      <div className={styles['editor']} inert={open}>
        {children}
      </div>
      {open && <UsingView />}
    </div>
  );
}
