import { create } from 'zustand';

type Theme = 'dark' | 'light';

const storageKey = 'layerwise.theme';

interface ThemeState {
  readonly theme: Theme;
  toggle(): void;
}

/** The window's theme: what was chosen last, otherwise what the system prefers. */
export const useTheme = create<ThemeState>((set, get) => ({
  theme: initialTheme(),
  toggle() {
    const theme = get().theme === 'dark' ? 'light' : 'dark';
    localStorage.setItem(storageKey, theme);
    showTheme(theme);
    set({ theme });
  },
}));

/** Puts the theme on the page; call before the first paint. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
}

function initialTheme(): Theme {
  const chosen = localStorage.getItem(storageKey);
  if (chosen === 'dark' || chosen === 'light') return chosen;
  return window.matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}
