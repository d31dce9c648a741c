import { Redo2, Undo2 } from 'lucide-react';
import { redoLabel, undoLabel } from '../../network/graph/history';
import { useKeysText } from '../commands/useKeysText';
import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { mayWhileLocked, useEditor } from '../editor/editorStore';
import { say } from '../language/say';
import { t } from '../language/t';
import { HistoryMenu } from './HistoryMenu';

/** Takes the last edit back, or makes it again; the tooltip says which, and a menu lists all of them. */
export function UndoRedo() {
  const { undo, redo } = useEditor.getState();
  const undoLocked = useEditor(
    ({ structureLocked, history }) => structureLocked && !mayWhileLocked(history.past.at(-1)?.undo),
  );
  const redoLocked = useEditor(
    ({ structureLocked, history }) => structureLocked && !mayWhileLocked(history.future.at(0)?.redo),
  );
  const [undoKeys, redoKeys] = [useKeysText('edit.undo'), useKeysText('edit.redo')];
  const undoable = useEditor((state) => undoLabel(state.history));
  const redoable = useEditor((state) => redoLabel(state.history));
  return (
    <>
      <HistoryButton
        name="Undo"
        edit={undoable}
        locked={undoLocked}
        keys={undoKeys}
        onClick={undo}
        Icon={Undo2}
      />
      <HistoryButton
        name="Redo"
        edit={redoable}
        locked={redoLocked}
        keys={redoKeys}
        onClick={redo}
        Icon={Redo2}
      />
      <HistoryMenu />
    </>
  );
}

interface HistoryButtonProps {
  name: 'Undo' | 'Redo';
  /** What it would take back or make again; null where there is nothing. */
  edit: string | null;
  locked: boolean;
  keys: string | undefined;
  onClick: () => void;
  Icon: typeof Undo2;
}

function HistoryButton({ name, edit, locked, keys, onClick, Icon }: HistoryButtonProps) {
  const usable = edit !== null && !locked;
  const text = locked
    ? name === 'Undo'
      ? t`Undo: locked while training`
      : t`Redo: locked while training`
    : edit === null
      ? name === 'Undo'
        ? t`Nothing to undo`
        : t`Nothing to redo`
      : name === 'Undo'
        ? t`Undo: ${say(edit)}`
        : t`Redo: ${say(edit)}`;
  return (
    <Hint text={text} keys={usable ? keys : undefined}>
      <ToolButton icon aria-label={text} aria-disabled={!usable} onClick={() => usable && onClick()}>
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      </ToolButton>
    </Hint>
  );
}
