import { create } from 'zustand';
import type { TermId } from '../../network/glossary/glossary';

interface GlossaryState {
  readonly open: boolean;
  /** The term that it was opened at; null where it was opened as a whole. */
  readonly term: TermId | null;
  show(term: TermId | null): void;
  close(): void;
}

/** Whether the glossary is open, and where. */
export const useGlossary = create<GlossaryState>((set) => ({
  open: false,
  term: null,
  show: (term) => set({ open: true, term }),
  close: () => set({ open: false }),
}));
