import type { ReactNode } from 'react';
import { useKeptRuns } from './keptRunsStore';
import { RunsView } from './RunsView';
import styles from './RunsView.module.css';

/** The editor, and the runs over it while they are open: what is covered takes neither keys nor clicks. */
export function RunsOver({ children }: { children: ReactNode }) {
  const open = useKeptRuns((state) => state.open);
  return (
    <div className={styles['views']}>
      <div className={styles['editor']} inert={open}>
        {children}
      </div>
      {open && <RunsView />}
    </div>
  );
}
