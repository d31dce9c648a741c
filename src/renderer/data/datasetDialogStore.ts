import { create } from 'zustand';

interface DatasetDialogState {
  readonly open: boolean;
  show(): void;
  close(): void;
}

/** Whether the dialog about data is open. */
export const useDatasetDialog = create<DatasetDialogState>((set) => ({
  open: false,
  show: () => set({ open: true }),
  close: () => set({ open: false }),
}));
