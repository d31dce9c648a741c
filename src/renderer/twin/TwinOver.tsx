import type { ReactNode } from 'react';
import { useDock } from '../dock/dockStore';
import { Later } from '../loading/Later';
import { laterPart } from '../loading/laterPart';
import { useLowWindow } from '../room/windowRoom';
import { useComparing } from './comparing';
import styles from './TwinOver.module.css';
import { TwinPanel } from './TwinPanel';

const twinCanvases = laterPart(() => import('./TwinCanvases').then((module) => module.TwinCanvases));

/**
 * The canvas, and both networks over it while they are compared, or open charts in a low window: what is covered takes
 * neither keys nor clicks.
 */
export function TwinOver({ children }: { children: ReactNode }) {
  const comparing = useComparing() !== null;
  const charts = useDock((state) => !state.collapsed);
  const low = useLowWindow();
  return (
    <div className={styles['views']}>
      <div className={styles['canvas']} inert={comparing || (low && charts)}>
        {children}
      </div>
      {comparing && <Later part={twinCanvases} />}
    </div>
  );
}

/** The inspector, or what is known of the twin while both networks are compared. */
export function TwinPanelOver({ children }: { children: ReactNode }) {
  const comparing = useComparing();
  return comparing === null ? children : <TwinPanel twin={comparing} />;
}
