import { create } from 'zustand';

type Theme = 'dark' | 'light';

interface ThemeState {
  readonly theme: Theme;
}

/** The theme that the window shows: that of the setting, or the desktop's. */
export const useTheme = create<ThemeState>(() => ({ theme: 'dark' }));

/** Puts the theme on the page. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
}
