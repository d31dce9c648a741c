import fc from 'fast-check';
import { analyse } from '../../../src/network/analysis/analyse';
import { assertNever } from '../../../src/network/assertNever';
import { shiftLayers } from '../../../src/network/graph/blocks/moveItems';
import type { NetworkDocument, Position } from '../../../src/network/graph/document';
import type { Edit } from '../../../src/network/graph/edits';
import type { NoteColour } from '../../../src/network/graph/notes/note';
import {
  addNote,
  colourNotes,
  setNoteText,
  setNoteWidth,
  shiftNotes,
} from '../../../src/network/graph/notes/noteEdits';
import { withNotesBeside } from '../../../src/network/graph/notes/notesBeside';
import { removeSelected } from '../../../src/network/graph/notes/removeSelected';
import { duplicateLayers } from '../../../src/network/graph/paste';
import { tidyLayout } from '../../../src/network/graph/tidy/tidyLayout';
import { colours, noteTexts, positions } from './documentArbitraries';

/** What a person does with notes, also together with layers; numbers choose among what there is then. */
export type NoteAction =
  | { readonly type: 'addNote'; readonly position: Position; readonly colour: NoteColour }
  | { readonly type: 'writeNote'; readonly note: number; readonly text: string }
  | { readonly type: 'resizeNote'; readonly note: number; readonly width: number }
  | { readonly type: 'colourNotes'; readonly notes: readonly number[]; readonly colour: NoteColour }
  | {
      readonly type: 'removeSelected' | 'duplicateSelected' | 'moveSelected';
      readonly notes: readonly number[];
      readonly nodes: readonly number[];
    }
  | { readonly type: 'tidyWithNotes' };

const choices = fc.array(fc.nat(), { maxLength: 3 });

export const noteActions: fc.Arbitrary<NoteAction> = fc.oneof(
  fc.record({ type: fc.constant('addNote' as const), position: positions, colour: colours }),
  fc.record({ type: fc.constant('writeNote' as const), note: fc.nat(), text: noteTexts }),
  fc.record({ type: fc.constant('resizeNote' as const), note: fc.nat(), width: fc.integer() }),
  fc.record({ type: fc.constant('colourNotes' as const), notes: choices, colour: colours }),
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constantFrom('removeSelected' as const, 'duplicateSelected' as const, 'moveSelected' as const),
      notes: choices,
      nodes: choices,
    }),
  },
  fc.record({ type: fc.constant('tidyWithNotes' as const) }),
);

/** The edit that an action comes to; null where there is nothing to act on. */
export function planNoteAction(document: NetworkDocument, action: NoteAction): Edit | null {
  const { nodes, notes = [] } = document;
  const chosen = (items: readonly { readonly id: string }[], numbers: readonly number[]) => [
    ...new Set(numbers.flatMap((number) => items[number % items.length]?.id ?? [])),
  ];
  switch (action.type) {
    case 'addNote':
      return addNote(document, action.position, action.colour).edit;
    case 'writeNote':
    case 'resizeNote': {
      const [id] = chosen(notes, [action.note]);
      if (id === undefined) return null;
      return action.type === 'writeNote'
        ? setNoteText(document, id, action.text)
        : setNoteWidth(document, id, action.width);
    }
    case 'colourNotes':
      return colourNotes(document, chosen(notes, action.notes), action.colour);
    case 'removeSelected': {
      const selected = { nodes: chosen(nodes, action.nodes), notes: chosen(notes, action.notes) };
      return removeSelected(document, { ...selected, edges: [] });
    }
    case 'duplicateSelected': {
      const copies = duplicateLayers(document, chosen(nodes, action.nodes), chosen(notes, action.notes));
      return 'edit' in copies ? copies.edit : null;
    }
    case 'moveSelected': {
      const by = { x: 30, y: -10 };
      return {
        label: 'Move',
        changes: [
          ...shiftLayers(document, chosen(nodes, action.nodes), by),
          ...shiftNotes(document, chosen(notes, action.notes), by),
        ],
      };
    }
    case 'tidyWithNotes':
      return withNotesBeside(document, tidyLayout(document, analyse(document)));
    default:
      return assertNever(action);
  }
}
