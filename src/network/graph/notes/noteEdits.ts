/** The edits that people make to notes. */
import type { NetworkDocument, Note, Position } from '../document';
import type { Change, Edit } from '../edits';
import { projectLimits } from '../projectSchema';
import { freeNoteId } from './freeNoteId';
import { type NoteColour, noteWidths } from './note';

/** Adds an empty note, and gives its id. */
export function addNote(
  { notes = [] }: NetworkDocument,
  position: Position,
  colour: NoteColour,
): { readonly edit: Edit; readonly id: string } {
  const id = freeNoteId(new Set(notes.map((note) => note.id)));
  const note: Note = { id, text: '', position, width: noteWidths.usual, colour };
  return { edit: { label: 'Add note', changes: [{ type: 'addNote', note, index: notes.length }] }, id };
}

/** Text that is too long is cut off. */
export function setNoteText(document: NetworkDocument, id: string, text: string): Edit {
  const written = text.replaceAll(/\r\n?/g, '\n').slice(0, projectLimits.noteLength);
  return { label: 'Change note', changes: changed(document, [id], (note) => ({ ...note, text: written })) };
}

/** Widths beyond the limits become the nearest allowed. */
export function setNoteWidth(document: NetworkDocument, id: string, width: number): Edit {
  const allowed = Math.min(noteWidths.most, Math.max(noteWidths.least, Math.round(width)));
  return { label: 'Resize note', changes: changed(document, [id], (note) => ({ ...note, width: allowed })) };
}

export function colourNotes(document: NetworkDocument, ids: readonly string[], colour: NoteColour): Edit {
  return {
    label: ids.length === 1 ? 'Colour note' : `Colour ${ids.length} notes`,
    changes: changed(document, ids, (note) => ({ ...note, colour })),
  };
}

export function removeNotes({ notes = [] }: NetworkDocument, ids: readonly string[]): Edit {
  const chosen = notes.filter(({ id }) => ids.includes(id));
  return {
    label: chosen.length === 1 ? 'Delete note' : `Delete ${chosen.length} notes`,
    changes: chosen.map(({ id }): Change => ({ type: 'removeNote', id })),
  };
}

/** Changes that bring notes to new positions, by their ids. */
export function placeNotes(
  document: NetworkDocument,
  positions: ReadonlyMap<string, Position>,
): readonly Change[] {
  return changed(document, [...positions.keys()], (note) => ({
    ...note,
    position: positions.get(note.id) ?? note.position,
  }));
}

/** Changes that move notes by so many px. */
export function shiftNotes(
  document: NetworkDocument,
  ids: readonly string[],
  by: Position,
): readonly Change[] {
  return changed(document, ids, ({ position: { x, y }, ...note }) => ({
    ...note,
    position: { x: x + by.x, y: y + by.y },
  }));
}

/** Changes of those that become others. */
function changed(
  { notes = [] }: NetworkDocument,
  ids: readonly string[],
  change: (note: Note) => Note,
): readonly Change[] {
  const chosen = new Set(ids);
  return notes
    .filter(({ id }) => chosen.has(id))
    .map((note) => [note, inOrder(change(note))] as const)
    .filter(([before, after]) => JSON.stringify(before) !== JSON.stringify(after))
    .map(([, note]) => ({ type: 'changeNote', note }));
}

/** Parts in the order that a file has them in. */
function inOrder({ id, text, position, width, colour }: Note): Note {
  return { id, text, position, width, colour };
}
