import { usePicker } from '../canvas/pickers/pickerStore';
import { useEditor } from './editorStore';
import { seenNetwork } from './seenNetwork';

/** Asks which connection a shortcut from the selected layer leads to. */
export function skipFromSelected(): boolean {
  const { history, selection, structureLocked } = useEditor.getState();
  const from = selection.nodes.at(-1);
  if (from === undefined || structureLocked) return false;
  // From a card that bears tags it leads from behind them, as its port does.
  usePicker.getState().pickSkip(seenNetwork(history.document).endOf(from, 'source') ?? from);
  return true;
}
