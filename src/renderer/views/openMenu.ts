import { create } from 'zustand';

/** What opens over the window at a button of its own, and by a command too. */
export type WindowMenu = 'history' | 'problems' | 'device';

interface OpenMenuState {
  readonly menu: WindowMenu | null;
  show(menu: WindowMenu | null): void;
}

/** Which of them is open: one at a time. */
export const useOpenMenu = create<OpenMenuState>((set) => ({
  menu: null,
  show: (menu) => set({ menu }),
}));

/** For the root of one of them: whether it is open, and what it does once it opens or closes. */
export function useWindowMenu(menu: WindowMenu): {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
} {
  const open = useOpenMenu((state) => state.menu === menu);
  return { open, onOpenChange: (next) => useOpenMenu.getState().show(next ? menu : null) };
}
