import {
  Blocks,
  BookOpen,
  FlaskConical,
  GraduationCap,
  History,
  Keyboard,
  LayoutTemplate,
  PanelRight,
  ScanEye,
  Settings,
} from 'lucide-react';
import { useKeysText } from '../commands/useKeysText';
import { Hint } from '../controls/Hint';
import { useEditor } from '../editor/editorStore';
import { useGlossary } from '../glossary/glossaryStore';
import { useInspector } from '../inspector/inspectorStore';
import { useLaboratory } from '../laboratory/laboratoryStore';
import { LanguageMenu } from '../language/LanguageMenu';
import { t } from '../language/t';
import { useLesson } from '../lesson/lessonStore';
import { usePalette } from '../palette/paletteStore';
import { useShortcutSheet } from '../shortcuts/shortcutSheetStore';
import { ThemeToggle } from '../theme/ThemeToggle';
import { toggleUsing } from '../using/openUsing';
import { useOpenView } from '../views/openView';
import styles from './Rail.module.css';
import { RailButton } from './RailButton';

/** The strip at the left edge: which panel is open, and the theme. */
export function Rail() {
  const open = usePalette((state) => state.open);
  const { toggle, show } = usePalette.getState();
  const inspectorKept = useInspector((state) => state.open);
  const locked = useEditor((state) => state.structureLocked);
  const view = useOpenView((state) => state.view);
  const { close: closeView, toggle: toggleView } = useOpenView.getState();
  const experimenting = useLaboratory((state) => state.running !== null);
  const lesson = useLesson((state) => state.open);
  const keys = {
    gallery: useKeysText('project.newFromTemplate'),
    settings: useKeysText('view.settings'),
    sheet: useKeysText('view.keys'),
  };
  const layersOpen = open && !locked && view === null;
  const inspectorOpen = inspectorKept && view === null;
  return (
    <nav className={styles['rail']} aria-label={t`Panels`} data-region="rail">
      <Hint text={locked ? t`Layers can be added when the run has stopped` : t`Layers`} side="right">
        <RailButton
          aria-label={t`Layers`}
          aria-pressed={layersOpen}
          aria-disabled={locked}
          onClick={() => {
            if (locked) return;
            if (view !== null) show();
            else toggle();
            closeView();
          }}
        >
          <Blocks size={19} strokeWidth={1.6} aria-hidden="true" />
        </RailButton>
      </Hint>
      <Hint text={t`Inspector: what is selected, in detail`} side="right">
        <RailButton
          aria-label={t`Inspector`}
          aria-pressed={inspectorOpen}
          onClick={() => {
            const inspector = useInspector.getState();
            if (view !== null) inspector.show();
            else inspector.toggle();
            closeView();
          }}
        >
          <PanelRight size={18} strokeWidth={1.6} aria-hidden="true" />
        </RailButton>
      </Hint>
      <Hint text={t`Templates`} keys={keys.gallery} side="right">
        <RailButton
          aria-label={t`Templates`}
          aria-pressed={view === 'gallery'}
          onClick={() => toggleView('gallery')}
        >
          <LayoutTemplate size={19} strokeWidth={1.6} aria-hidden="true" />
        </RailButton>
      </Hint>
      <Hint text={experimenting ? t`Laboratory: an experiment runs` : t`Laboratory`} side="right">
        <RailButton
          aria-label={t`Laboratory`}
          aria-pressed={view === 'laboratory'}
          data-busy={experimenting}
          onClick={() => toggleView('laboratory')}
        >
          <FlaskConical size={19} strokeWidth={1.6} aria-hidden="true" />
        </RailButton>
      </Hint>
      <Hint text={t`Runs`} side="right">
        <RailButton aria-label={t`Runs`} aria-pressed={view === 'runs'} onClick={() => toggleView('runs')}>
          <History size={19} strokeWidth={1.6} aria-hidden="true" />
        </RailButton>
      </Hint>
      <Hint text={t`Use what was trained`} side="right">
        <RailButton aria-label={t`Use what was trained`} aria-pressed={view === 'use'} onClick={toggleUsing}>
          <ScanEye size={19} strokeWidth={1.6} aria-hidden="true" />
        </RailButton>
      </Hint>
      <Hint text={t`Lesson of five minutes`} side="right">
        <RailButton aria-label={t`Lesson`} aria-pressed={lesson} onClick={useLesson.getState().toggle}>
          <GraduationCap size={19} strokeWidth={1.6} aria-hidden="true" />
        </RailButton>
      </Hint>
      <span className={styles['gap']} />
      <Hint text={t`Glossary`} side="right">
        <RailButton aria-label={t`Glossary`} onClick={() => useGlossary.getState().show(null)}>
          <BookOpen size={18} strokeWidth={1.6} aria-hidden="true" />
        </RailButton>
      </Hint>
      <Hint text={t`Keys`} keys={keys.sheet} side="right">
        <RailButton aria-label={t`Keys`} onClick={useShortcutSheet.getState().show}>
          <Keyboard size={18} strokeWidth={1.6} aria-hidden="true" />
        </RailButton>
      </Hint>
      <LanguageMenu />
      <ThemeToggle />
      <Hint text={t`Settings`} keys={keys.settings} side="right">
        <RailButton
          aria-label={t`Settings`}
          aria-pressed={view === 'settings'}
          onClick={() => toggleView('settings')}
        >
          <Settings size={18} strokeWidth={1.6} aria-hidden="true" />
        </RailButton>
      </Hint>
    </nav>
  );
}
