import { createPerTab } from '../tabs/perTab';

interface EditedNoteState {
  /** Id of the note that is being written; null where none is. */
  readonly note: string | null;
  edit(note: string): void;
  end(): void;
}

/** Each tab has its own. */
export const useEditedNote = createPerTab<EditedNoteState>((set) => ({
  note: null,
  edit: (note) => set({ note }),
  end: () => set({ note: null }),
}));
