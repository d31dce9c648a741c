import { Tooltip } from 'radix-ui';
import styles from './App.module.css';
import { NetworkCanvas } from './canvas/NetworkCanvas';
import { CommandBar } from './commandBar/CommandBar';
import { CommandPalette } from './commandPalette/CommandPalette';
import { useCommandKeys } from './commands/useCommandKeys';
import { useNativeMenus } from './commands/useNativeMenus';
import { DiagnosisAnnouncements } from './diagnosis/DiagnosisAnnouncements';
import { VerdictBanner } from './diagnosis/VerdictBanner';
import { Dock } from './dock/Dock';
import { EditAnnouncements } from './editor/EditAnnouncements';
import { useEditor } from './editor/editorStore';
import { useClipboard } from './editor/useClipboard';
import { Inspector } from './inspector/Inspector';
import { useInspector } from './inspector/inspectorStore';
import { LessonCard } from './lesson/LessonCard';
import { Later } from './loading/Later';
import { laterPart } from './loading/laterPart';
import { DropOverlay } from './opening/DropOverlay';
import { ImportProgressDialog } from './opening/ImportProgressDialog';
import { Palette } from './palette/Palette';
import { usePalette } from './palette/paletteStore';
import { ProjectProblemDialog } from './project/ProjectProblemDialog';
import { RecoveryDialog } from './project/RecoveryDialog';
import { useProjectWindow } from './project/useProjectWindow';
import { Rail } from './rail/Rail';
import { StatusBar } from './statusBar/StatusBar';
import { ClosingDialog } from './tabs/ClosingDialog';
import { TabStrip } from './tabs/TabStrip';
import { panelId, tabElementId } from './tabs/tabElementId';
import { useTabs } from './tabs/tabsStore';
import { useComparing } from './twin/comparing';
import { TwinOver, TwinPanelOver } from './twin/TwinOver';
import { UndoableToast } from './undoable/UndoableToast';
import { CoveringViews } from './views/CoveringViews';

const askedDialogs = laterPart(() => import('./AskedDialogs').then((module) => module.AskedDialogs));

/** The window: command bar, rail, palette, canvas over dock, inspector, status bar; the gallery, the laboratory, the runs or the use of one cover what is between. */
export function App() {
  useProjectWindow();
  useCommandKeys();
  useNativeMenus();
  useClipboard();
  const paletteOpen = usePalette((state) => state.open);
  const inspectorOpen = useInspector((state) => state.open);
  const locked = useEditor((state) => state.structureLocked);
  const comparing = useComparing() !== null;
  const tab = useTabs((state) => state.front);
  const severalTabs = useTabs(({ tabs }) => tabs.length > 1);
  const panel = severalTabs ? { role: 'tabpanel', id: panelId, 'aria-labelledby': tabElementId(tab) } : {};
  return (
    <Tooltip.Provider delayDuration={500} skipDelayDuration={200}>
      <div className={styles['window']}>
        <CommandBar />
        <TabStrip />
        <div className={styles['body']} {...panel}>
          <Rail />
          <CoveringViews>
            {paletteOpen && !locked && !comparing && <Palette />}
            <main className={styles['centre']} data-comparing={comparing}>
              <VerdictBanner />
              <TwinOver>
                <NetworkCanvas />
              </TwinOver>
              <Dock key={`charts ${tab}`} />
            </main>
            {inspectorOpen && (
              <TwinPanelOver>
                <Inspector key={`inspector ${tab}`} />
              </TwinPanelOver>
            )}
          </CoveringViews>
        </div>
        <div>
          <LessonCard />
        </div>
        <StatusBar />
      </div>
      <RecoveryDialog />
      <ProjectProblemDialog />
      <ImportProgressDialog />
      <DropOverlay />
      <ClosingDialog />
      <Later part={askedDialogs} />
      <UndoableToast />
      <CommandPalette />
      <EditAnnouncements />
      <DiagnosisAnnouncements />
    </Tooltip.Provider>
  );
}
