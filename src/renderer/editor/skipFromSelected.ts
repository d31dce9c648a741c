import { usePicker } from '../canvas/pickers/pickerStore';
import { useEditor } from './editorStore';

/** Asks which connection a shortcut from the selected layer leads to. */
export function skipFromSelected(): boolean {
  const { selection, structureLocked } = useEditor.getState();
  const from = selection.nodes.at(-1);
  if (from === undefined || structureLocked) return false;
  usePicker.getState().pickSkip(from);
  return true;
}
