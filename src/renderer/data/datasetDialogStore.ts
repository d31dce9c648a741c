import { create } from 'zustand';
import type { Choice } from './chooseData';

type Failure = Extract<Choice, { state: 'failed' }>;

interface DatasetDialogState {
  readonly open: boolean;
  /** Why what was chosen last is no dataset that can be read; null where it is one. */
  readonly failure: Failure | null;
  show(): void;
  fail(failure: Failure | null): void;
  close(): void;
}

/** Whether the dialog about data is open, and what went wrong in it. */
export const useDatasetDialog = create<DatasetDialogState>((set) => ({
  open: false,
  failure: null,
  show: () => set({ open: true, failure: null }),
  fail: (failure) => set({ failure }),
  close: () => set({ open: false }),
}));
