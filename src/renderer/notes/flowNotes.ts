import type { Note } from '../../network/graph/document';
import { noteHeight } from '../../network/graph/notes/noteSize';
import type { FlowNode } from '../canvas/flowNodes';
import { noteKey } from './noteKeys';

interface DrawnAs {
  readonly note: Note;
  readonly selected: boolean;
  readonly node: FlowNode;
}

/** Turns notes into React Flow's nodes; a note that is drawn as before keeps its object. */
export function createFlowNotes(): (notes: readonly Note[], selected: readonly string[]) => FlowNode[] {
  let drawn = new Map<string, DrawnAs>();
  return (notes, selection) => {
    const next = new Map<string, DrawnAs>();
    for (const note of notes) {
      const selected = selection.includes(note.id);
      const before = drawn.get(note.id);
      const same = before?.note === note && before.selected === selected;
      next.set(note.id, same ? before : { note, selected, node: flowNote(note, selected) });
    }
    drawn = next;
    return Array.from(next.values(), ({ node }) => node);
  };
}

/** Behind cards and connections, but in front while it is selected, so that all of it can be read. It may be moved also while a run holds the layers. */
function flowNote(note: Note, selected: boolean): FlowNode {
  const { id, text, position, width } = note;
  const key = noteKey(id);
  return {
    id: key,
    type: 'note',
    data: { layer: { id: key, kind: 'note', label: text, config: {}, position }, compact: false },
    position,
    width,
    measured: { width, height: noteHeight(note) },
    zIndex: selected ? 1 : -1,
    selected,
    draggable: true,
    connectable: false,
    focusable: false,
  };
}
