import { create } from 'zustand';

interface EditedNoteState {
  /** Id of the note that is being written; null where none is. */
  readonly note: string | null;
  edit(note: string): void;
  end(): void;
}

export const useEditedNote = create<EditedNoteState>((set) => ({
  note: null,
  edit: (note) => set({ note }),
  end: () => set({ note: null }),
}));
