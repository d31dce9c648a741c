import { BrowserWindow, nativeTheme } from 'electron';

/** The window's canvas colours, shown until the page has painted: --canvas of the page's two themes. */
const backgrounds = { dark: '#0f0f13', light: '#f4f4f7' } as const;

/** Opens the window with a page that has no access to Node.js and runs in Chromium's sandbox. */
export function openProjectWindow(preloadPath: string, iconPath: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Layerwise',
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 680,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    autoHideMenuBar: true,
    icon: iconPath,
    webPreferences: {
      preload: preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Its dictionaries would be downloaded from the internet.
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  // Main writes the title from the project's name.
  window.on('page-title-updated', (event) => event.preventDefault());
  return window;
}
