import { noteColours } from '../../network/graph/notes/note';
import { CommandItem, Separator } from '../canvas/MenuItems';
import { useEditor } from '../editor/editorStore';

interface NoteMenuItemsProps {
  /** What is to be done once the menu is gone. */
  afterClosing: (action: () => void) => () => void;
}

/** What the menu of the right mouse button offers for notes. */
export function NoteMenuItems({ afterClosing }: NoteMenuItemsProps) {
  const count = useEditor(({ selection }) => selection.notes?.length ?? 0);
  if (count === 0) return null;
  return (
    <>
      {count === 1 && <CommandItem id="notes.edit" keys="Enter" afterClosing={afterClosing} />}
      {noteColours.map((colour) => (
        <CommandItem key={colour} id={`notes.colour.${colour}`} />
      ))}
      <Separator />
    </>
  );
}
