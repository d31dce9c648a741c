import { create } from 'zustand';

interface ShortcutSheetState {
  readonly open: boolean;
  show(): void;
  close(): void;
}

/** Whether the list of keys is open. */
export const useShortcutSheet = create<ShortcutSheetState>((set) => ({
  open: false,
  show: () => set({ open: true }),
  close: () => set({ open: false }),
}));
