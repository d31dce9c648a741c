import { StickyNote } from 'lucide-react';
import { type NoteColour, noteColours } from '../../../network/graph/notes/note';
import { t } from '../../language/t';
import {
  colourSelectedNotes,
  editNote,
  selectedNotes,
  widenSelectedNote,
  writeNote,
} from '../../notes/noteActions';
import type { Command, CommandGroup } from '../command';

/** Notes may be written also while a run holds the layers. */
export const notes: CommandGroup = {
  id: 'notes',
  label: () => t`Notes`,
  commands: [
    {
      id: 'notes.add',
      label: () => t`Add a note`,
      keys: ['N'],
      icon: StickyNote,
      words: () => t`text, comment, remark beside the layers`,
      perform: () => writeNote(),
    },
    {
      id: 'notes.edit',
      label: () => t`Edit the note`,
      obstacle: notOneNote,
      perform: () => {
        const [note] = selectedNotes();
        if (note !== undefined) editNote(note.id);
      },
    },
    ...noteColours.map(
      (colour): Command => ({
        id: `notes.colour.${colour}`,
        label: () => t`Note in ${colourNames[colour]()}`,
        obstacle: noNote,
        perform: () => colourSelectedNotes(colour),
      }),
    ),
    {
      id: 'notes.wider',
      label: () => t`Make the note wider`,
      repeats: true,
      obstacle: notOneNote,
      perform: () => widenSelectedNote(1),
    },
    {
      id: 'notes.narrower',
      label: () => t`Make the note narrower`,
      repeats: true,
      obstacle: notOneNote,
      perform: () => widenSelectedNote(-1),
    },
  ],
};

const colourNames: Readonly<Record<NoteColour, () => string>> = {
  yellow: () => t`yellow`,
  green: () => t`green`,
  blue: () => t`blue`,
  pink: () => t`pink`,
  grey: () => t`grey`,
};

function noNote(): string | null {
  return selectedNotes().length === 0 ? t`Select a note first.` : null;
}

function notOneNote(): string | null {
  return selectedNotes().length === 1 ? null : t`Select a single note first.`;
}
