import { Blocks, Keyboard } from 'lucide-react';
import { Hint } from '../controls/Hint';
import { useEditor } from '../editor/editorStore';
import { usePalette } from '../palette/paletteStore';
import { useShortcutSheet } from '../shortcuts/shortcutSheetStore';
import { ThemeToggle } from '../theme/ThemeToggle';
import styles from './Rail.module.css';
import { RailButton } from './RailButton';

/** The strip at the left edge: which panel is open, and the theme. */
export function Rail() {
  const open = usePalette((state) => state.open);
  const toggle = usePalette((state) => state.toggle);
  const locked = useEditor((state) => state.structureLocked);
  return (
    <nav className={styles['rail']} aria-label="Panels">
      <Hint text={locked ? 'Layers can be added when the run has stopped' : 'Layers'} side="right">
        <RailButton
          aria-label="Layers"
          aria-pressed={open && !locked}
          aria-disabled={locked}
          onClick={() => {
            if (!locked) toggle();
          }}
        >
          <Blocks size={19} strokeWidth={1.6} aria-hidden="true" />
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
