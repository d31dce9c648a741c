import { type ReactNode, useEffect } from 'react';
import { useEditor } from '../editor/editorStore';
import { Later } from '../loading/Later';
import { laterPart } from '../loading/laterPart';
import { StartScreen } from '../start/StartScreen';
import { frontTab } from '../tabs/tabsStore';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import styles from './CoveringViews.module.css';
import { useOpenView } from './openView';

const gallery = laterPart(() => import('../gallery/Gallery').then((module) => module.Gallery));
const laboratory = laterPart(() => import('../laboratory/Laboratory').then((module) => module.Laboratory));
const runsView = laterPart(() => import('../runs/RunsView').then((module) => module.RunsView));
const usingView = laterPart(() => import('../using/UsingView').then((module) => module.UsingView));
const settingsView = laterPart(() =>
  import('../settings/SettingsView').then((module) => module.SettingsView),
);

/** The editor, and over it the view that is open: what is covered takes neither keys nor clicks. */
export function CoveringViews({ children }: { children: ReactNode }) {
  const view = useOpenView((state) => state.view);
  useEffect(() => {
    if (view === null) useOpenView.getState().giveFocusBack();
  }, [view]);
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
      {view === 'gallery' && <Later part={gallery} />}
      {view === 'laboratory' && <Later part={laboratory} />}
      {view === 'runs' && <Later part={runsView} />}
      {view === 'use' && <Later part={usingView} />}
      {view === 'settings' && <Later part={settingsView} />}
    </div>
  );
}
