import { createPerTab } from '../tabs/perTab';

interface SavingState {
  /** When the project was written to its file last, in ms since 1970; null before that. */
  readonly savedAt: number | null;
  /** When its draft was kept last. */
  readonly draftKeptAt: number | null;
}

/** When the project of each tab was brought where no crash reaches it. */
export const useSaving = createPerTab<SavingState>(() => ({ savedAt: null, draftKeptAt: null }));
