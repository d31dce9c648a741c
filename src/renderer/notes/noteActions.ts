/** What a person does with notes. */
import type { Note, Position } from '../../network/graph/document';
import { canvasGrid } from '../../network/graph/layout';
import { type NoteColour, noteWidths } from '../../network/graph/notes/note';
import { noteBox } from '../../network/graph/notes/noteBox';
import {
  addNote,
  colourNotes,
  placeNotes,
  removeNotes,
  setNoteText,
  setNoteWidth,
} from '../../network/graph/notes/noteEdits';
import { placeForNote } from '../../network/graph/notes/placeForNote';
import { onGrid } from '../canvas/snapping/grid';
import { useViewCentre } from '../canvas/viewCentre';
import { useEditor } from '../editor/editorStore';
import { seenNetwork } from '../editor/seenNetwork';
import { useEditedNote } from './editedNoteStore';
import { focusNote } from './focusNote';
import { noteKey } from './noteKeys';

/** Distance of a new note from the card above it, in px. */
const belowCard = 10;

/** So far a new note may be moved from where it was written, in px: it is about the layer there. */
const nearby = 160;

/** The colour that was chosen last is that of the next note. */
let lastColour: NoteColour = 'yellow';

/** Notes that are selected, in the document's order. */
export function selectedNotes(): readonly Note[] {
  const { history, selection } = useEditor.getState();
  const chosen = new Set(selection.notes);
  return (history.document.notes ?? []).filter(({ id }) => chosen.has(id));
}

export function selectNote(id: string): void {
  useEditor.getState().select({ nodes: [], edges: [], notes: [id] });
}

/** Selects a note and brings it into view, with the focus on it. */
export function showNote(id: string): void {
  selectNote(id);
  useEditor.getState().bringIntoView(noteKey(id));
  focusNote(id);
}

/** Puts a note at a place, or at a free one, and has it written. */
export function writeNote(position: Position = freePlace()): void {
  const { history, apply } = useEditor.getState();
  const { edit, id } = addNote(history.document, position, lastColour);
  apply(edit, textKey(id));
  selectNote(id);
  useEditor.getState().bringIntoView(noteKey(id));
  useEditedNote.getState().edit(id);
}

export function editNote(id: string): void {
  selectNote(id);
  useEditor.getState().bringIntoView(noteKey(id));
  useEditedNote.getState().edit(id);
}

/** All that is typed into a note in one go is one entry of the history. */
export function typeNote(id: string, text: string): void {
  const { history, apply } = useEditor.getState();
  const edit = setNoteText(history.document, id, text);
  const last = history.past.at(-1);
  const adding = last !== undefined && last.mergeKey === textKey(id) && isAdding(id);
  apply(adding ? { ...edit, label: last.redo.label } : edit, textKey(id));
}

/** Whether the last entry of the history began with adding the note. */
function isAdding(id: string): boolean {
  const [first] = useEditor.getState().history.past.at(-1)?.redo.changes ?? [];
  return first?.type === 'addNote' && first.note.id === id;
}

/** Ends the writing; a note that has nothing on it goes. */
export function endNote(id: string): void {
  if (useEditedNote.getState().note !== id) return;
  useEditedNote.getState().end();
  if (isAdding(id)) settle(id);
  const { history, apply, endMerge, undo } = useEditor.getState();
  const note = history.document.notes?.find((candidate) => candidate.id === id);
  endMerge();
  if (note === undefined || note.text.trim() !== '') return;
  if (isAdding(id)) undo();
  else apply(removeNotes(history.document, [id]));
}

/** A new note that has more lines than there was room for goes to the nearest place that has it, if one is near. */
function settle(id: string): void {
  const { history, apply } = useEditor.getState();
  const { document, past } = history;
  const note = document.notes?.find((candidate) => candidate.id === id);
  if (note === undefined || note.text.trim() === '') return;
  const cards = seenNetwork(document).nodes.map(({ position }) => position);
  const others = { notes: document.notes?.filter((other) => other !== note) ?? [] };
  const place = placeForNote(others, cards, note.position, noteBox(note));
  const { x, y } = note.position;
  if (Math.hypot(place.x - x, place.y - y) > nearby) return;
  const changes = placeNotes(document, new Map([[id, place]]));
  apply({ label: past.at(-1)?.redo.label ?? '', changes }, textKey(id));
}

/** Gives the focus back to the note that was written, if it is still there. */
export function leaveNote(id: string): void {
  endNote(id);
  focusNote(id);
}

export function colourSelectedNotes(colour: NoteColour): void {
  lastColour = colour;
  const { history, selection, apply } = useEditor.getState();
  apply(colourNotes(history.document, selection.notes ?? [], colour));
}

/** Makes the selected note wider, or with less than 0 narrower. */
export function widenSelectedNote(steps: number): void {
  const [note] = selectedNotes();
  if (note !== undefined) resizeNote(note.id, note.width + steps * noteWidths.step);
}

/** Sizes in a row are one entry of the history. */
export function resizeNote(id: string, width: number): void {
  const { history, apply } = useEditor.getState();
  apply(setNoteWidth(history.document, id, width), `${id}/noteWidth`);
}

function textKey(id: string): string {
  return `${id}/noteText`;
}

/** Below the selected layer, or in the middle of what is seen; beside that where it is taken. */
function freePlace(): Position {
  const { history, selection } = useEditor.getState();
  const { nodes, cardOf } = seenNetwork(history.document);
  const last = selection.nodes.at(-1);
  const card = last === undefined ? undefined : nodes.find(({ id }) => id === cardOf(last));
  const wanted =
    card === undefined
      ? useViewCentre.getState().centre()
      : { x: card.position.x, y: card.position.y + canvasGrid.cardHeight + belowCard };
  const cards = nodes.map(({ position }) => position);
  return placeForNote(history.document, cards, onGrid(wanted));
}
