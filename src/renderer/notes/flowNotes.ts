import type { Note } from '../../network/graph/document';
import { runsIntoCard } from '../../network/graph/notes/noteBox';
import { noteHeight } from '../../network/graph/notes/noteSize';
import { cardPlace } from '../canvas/cardGeometry';
import type { FlowNode } from '../canvas/flowNodes';
import { noteKey } from './noteKeys';

interface DrawnAs {
  readonly note: Note;
  readonly selected: boolean;
  readonly inFront: boolean;
  readonly node: FlowNode;
}

/** Turns notes into React Flow's nodes; a note that is drawn as before keeps its object. */
export function createFlowNotes(): (
  notes: readonly Note[],
  selected: readonly string[],
  cards: readonly Pick<Note, 'position'>[],
) => FlowNode[] {
  let drawn = new Map<string, DrawnAs>();
  return (notes, selection, cards) => {
    const boxes = notes.length === 0 ? [] : cards.map(({ position }) => cardPlace(position));
    const next = new Map<string, DrawnAs>();
    for (const note of notes) {
      const selected = selection.includes(note.id);
      const inFront = selected || runsIntoCard(note, boxes);
      const before = drawn.get(note.id);
      const same = before?.note === note && before.selected === selected && before.inFront === inFront;
      next.set(note.id, same ? before : { note, selected, inFront, node: flowNote(note, selected, inFront) });
    }
    drawn = next;
    return Array.from(next.values(), ({ node }) => node);
  };
}

/**
 * Behind connections, but in front of the cards that it runs into, and while it is selected, so that all of it can be
 * read. It may be moved also while a run holds the layers.
 */
function flowNote(note: Note, selected: boolean, inFront: boolean): FlowNode {
  const { id, text, position, width } = note;
  const key = noteKey(id);
  return {
    id: key,
    type: 'note',
    data: { layer: { id: key, kind: 'note', label: text, config: {}, position }, compact: false },
    position,
    width,
    measured: { width, height: noteHeight(note) },
    zIndex: inFront ? 1 : -1,
    selected,
    draggable: true,
    connectable: false,
    focusable: false,
  };
}
