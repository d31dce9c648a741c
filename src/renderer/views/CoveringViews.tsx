import { type ReactNode, useEffect } from 'react';
import { useEditor } from '../editor/editorStore';
import { Gallery } from '../gallery/Gallery';
import { Laboratory } from '../laboratory/Laboratory';
import { RunsView } from '../runs/RunsView';
import { SettingsView } from '../settings/SettingsView';
import { StartScreen } from '../start/StartScreen';
import { frontTab } from '../tabs/tabsStore';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import { UsingView } from '../using/UsingView';
import styles from './CoveringViews.module.css';
import { useOpenView } from './openView';

/** The editor, and over it the view that is open: what is covered takes neither keys nor clicks. */
export function CoveringViews({ children }: { children: ReactNode }) {
  const view = useOpenView((state) => state.view);
  useEffect(
    () =>
      useEditor.subscribe(({ projectNumber }, before) => {
        if (projectNumber !== before.projectNumber) useOpenView.getState().close();
      }),
    [],
  );
  useEffect(
    () =>
      useRun.follow((tab, { status }, before) => {
        // Whoever trains has begun.
        const begins = isUnderWay(status) && !isUnderWay(before.status);
        if (begins && tab === frontTab() && useOpenView.getState().view === 'start')
          useOpenView.getState().close();
      }),
    [],
  );
  return (
    <div className={styles['views']}>
      <div className={styles['editor']} inert={view !== null}>
        {children}
      </div>
      {view === 'start' && <StartScreen />}
      {view === 'gallery' && <Gallery />}
      {view === 'laboratory' && <Laboratory />}
      {view === 'runs' && <RunsView />}
      {view === 'use' && <UsingView />}
      {view === 'settings' && <SettingsView />}
    </div>
  );
}
