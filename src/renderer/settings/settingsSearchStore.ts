import { create } from 'zustand';

interface SettingsSearchState {
  readonly search: string;
  searchFor(search: string): void;
}

/** What the settings view is searched for. */
export const useSettingsSearch = create<SettingsSearchState>((set) => ({
  search: '',
  searchFor: (search) => set({ search }),
}));
