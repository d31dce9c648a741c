import {
  Blocks,
  FlaskConical,
  GraduationCap,
  History,
  Keyboard,
  LayoutTemplate,
  ScanEye,
} from 'lucide-react';
import { Hint } from '../controls/Hint';
import { useEditor } from '../editor/editorStore';
import { useGallery } from '../gallery/galleryStore';
import { useLaboratory } from '../laboratory/laboratoryStore';
import { useLesson } from '../lesson/lessonStore';
import { usePalette } from '../palette/paletteStore';
import { galleryKeys } from '../project/shortcutLabels';
import { useKeptRuns } from '../runs/keptRunsStore';
import { useShortcutSheet } from '../shortcuts/shortcutSheetStore';
import { ThemeToggle } from '../theme/ThemeToggle';
import { useUsing } from '../using/usingStore';
import { leaveViews } from './leaveViews';
import styles from './Rail.module.css';
import { RailButton } from './RailButton';

/** The strip at the left edge: which panel is open, and the theme. */
export function Rail() {
  const open = usePalette((state) => state.open);
  const { toggle, show } = usePalette.getState();
  const locked = useEditor((state) => state.structureLocked);
  const gallery = useGallery();
  const laboratory = useLaboratory((state) => state.open);
  const experimenting = useLaboratory((state) => state.running !== null);
  const { close: closeLaboratory, toggle: toggleLaboratory } = useLaboratory.getState();
  const runs = useKeptRuns((state) => state.open);
  const { close: closeRuns, toggle: toggleRuns } = useKeptRuns.getState();
  const using = useUsing((state) => state.open);
  const { close: closeUsing, toggle: toggleUsing } = useUsing.getState();
  const lesson = useLesson((state) => state.open);
  const over = gallery.open || laboratory || runs || using;
  const layersOpen = open && !locked && !over;
  return (
    <nav className={styles['rail']} aria-label="Panels">
      <Hint text={locked ? 'Layers can be added when the run has stopped' : 'Layers'} side="right">
        <RailButton
          aria-label="Layers"
          aria-pressed={layersOpen}
          aria-disabled={locked}
          onClick={() => {
            if (locked) return;
            if (over) show();
            else toggle();
            leaveViews();
          }}
        >
          <Blocks size={19} strokeWidth={1.6} aria-hidden="true" />
        </RailButton>
      </Hint>
      <Hint text="Templates" keys={galleryKeys()} side="right">
        <RailButton
          aria-label="Templates"
          aria-pressed={gallery.open && !laboratory && !runs && !using}
          onClick={() => {
            if (laboratory || runs || using) gallery.show();
            else gallery.toggle();
            closeLaboratory();
            closeRuns();
            closeUsing();
          }}
        >
          <LayoutTemplate size={19} strokeWidth={1.6} aria-hidden="true" />
        </RailButton>
      </Hint>
      <Hint text={experimenting ? 'Laboratory: an experiment runs' : 'Laboratory'} side="right">
        <RailButton
          aria-label="Laboratory"
          aria-pressed={laboratory && !runs && !using}
          data-busy={experimenting}
          onClick={() => {
            gallery.close();
            if (!(runs || using) || !laboratory) toggleLaboratory();
            closeRuns();
            closeUsing();
          }}
        >
          <FlaskConical size={19} strokeWidth={1.6} aria-hidden="true" />
        </RailButton>
      </Hint>
      <Hint text="Runs" side="right">
        <RailButton
          aria-label="Runs"
          aria-pressed={runs}
          onClick={() => {
            gallery.close();
            closeLaboratory();
            closeUsing();
            toggleRuns();
          }}
        >
          <History size={19} strokeWidth={1.6} aria-hidden="true" />
        </RailButton>
      </Hint>
      <Hint text="Use what was trained" side="right">
        <RailButton
          aria-label="Use what was trained"
          aria-pressed={using}
          onClick={() => {
            gallery.close();
            closeLaboratory();
            closeRuns();
            toggleUsing();
          }}
        >
          <ScanEye size={19} strokeWidth={1.6} aria-hidden="true" />
        </RailButton>
      </Hint>
      <Hint text="Lesson of five minutes" side="right">
        <RailButton aria-label="Lesson" aria-pressed={lesson} onClick={useLesson.getState().toggle}>
          <GraduationCap size={19} strokeWidth={1.6} aria-hidden="true" />
        </RailButton>
      </Hint>
      <span className={styles['gap']} />
      <Hint text="Keys" keys="?" side="right">
        <RailButton aria-label="Keys" onClick={useShortcutSheet.getState().show}>
          <Keyboard size={18} strokeWidth={1.6} aria-hidden="true" />
        </RailButton>
      </Hint>
      <ThemeToggle />
    </nav>
  );
}
