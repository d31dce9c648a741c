import { create } from 'zustand';

interface CommandPaletteState {
  readonly open: boolean;
  show(): void;
  close(): void;
}

/** Whether the list of all commands is open. */
export const useCommandPalette = create<CommandPaletteState>((set) => ({
  open: false,
  show: () => set({ open: true }),
  close: () => set({ open: false }),
}));
