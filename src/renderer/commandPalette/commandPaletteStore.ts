import { create } from 'zustand';
import type { RecentProject } from '../../protocol/keptProjects';

interface CommandPaletteState {
  readonly open: boolean;
  /** The files opened and saved before, as main told them last. */
  readonly projects: readonly RecentProject[];
  show(): void;
  close(): void;
  /** Asks main for the files. */
  lookForProjects(): Promise<void>;
}

/** Whether the list of all commands is open, and what it lists besides what the window knows. */
export const useCommandPalette = create<CommandPaletteState>((set) => ({
  open: false,
  projects: [],
  show: () => set({ open: true }),
  close: () => set({ open: false }),
  lookForProjects: async () =>
    set({ projects: await window.layerwise.call('listRecentProjects', undefined) }),
}));
