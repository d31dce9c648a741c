import { create } from 'zustand';

interface SavingState {
  /** When the project was written to its file last, in ms since 1970; null before that. */
  readonly savedAt: number | null;
  /** When its draft was kept last. */
  readonly draftKeptAt: number | null;
}

/** When the project in the window was brought where no crash reaches it. */
export const useSaving = create<SavingState>(() => ({ savedAt: null, draftKeptAt: null }));
