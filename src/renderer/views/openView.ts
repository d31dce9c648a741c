import { create } from 'zustand';
import { focusOrigin } from '../editor/focusOrigin';

/** What can cover the network. */
export type View = 'start' | 'gallery' | 'laboratory' | 'runs' | 'use' | 'settings';

interface OpenViewState {
  /** Null while the network is in view. */
  readonly view: View | null;
  /** Gives the focus back to where it was before the first of them was opened. */
  readonly giveFocusBack: () => void;
  /** In place of another one that is open. */
  readonly show: (view: View) => void;
  readonly toggle: (view: View) => void;
  /** Back to the network. */
  readonly close: () => void;
}

/** Which view covers the network: one at a time. */
export const useOpenView = create<OpenViewState>((set, get) => ({
  view: null,
  giveFocusBack: () => undefined,
  show: (wanted) =>
    set(({ view }) => ({ view: wanted, ...(view === null && { giveFocusBack: focusOrigin() }) })),
  toggle: (wanted) => {
    const { view, show, close } = get();
    if (view === wanted) close();
    else show(wanted);
  },
  close: () => set({ view: null }),
}));

/** The network is out of sight, and keys that change it would surprise. */
export function isCovered(): boolean {
  return useOpenView.getState().view !== null;
}
