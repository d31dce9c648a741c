import { create } from 'zustand';

/** What can cover the network. */
export type View = 'start' | 'gallery' | 'laboratory' | 'runs' | 'use' | 'settings';

interface OpenViewState {
  /** Null while the network is in view. */
  readonly view: View | null;
  /** In place of another one that is open. */
  readonly show: (view: View) => void;
  readonly toggle: (view: View) => void;
  /** Back to the network. */
  readonly close: () => void;
}

/** Which view covers the network: one at a time. */
export const useOpenView = create<OpenViewState>((set) => ({
  view: null,
  show: (view) => set({ view }),
  toggle: (wanted) => set(({ view }) => ({ view: view === wanted ? null : wanted })),
  close: () => set({ view: null }),
}));

/** The network is out of sight, and keys that change it would surprise. */
export function isCovered(): boolean {
  return useOpenView.getState().view !== null;
}
