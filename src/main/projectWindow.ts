import { BrowserWindow, nativeTheme, screen } from 'electron';
import { placeOnScreens } from './windowPlace';
import { keepWindowState, readWindowState } from './windowState';

/** The window's canvas colours, shown until the page has painted: --canvas of the page's two themes. */
const backgrounds = { dark: '#0f0f13', light: '#f4f4f7' } as const;

const usual = { width: 1440, height: 900 } as const;
const least = { width: 1024, height: 680 } as const;

/**
 * Opens the window with a page that has no access to Node.js and runs in Chromium's sandbox, where the last one was
 * left according to `stateFile`, as far as the screens that exist have room there.
 */
export function openProjectWindow(preloadPath: string, iconPath: string, stateFile: string): BrowserWindow {
  const kept = readWindowState(stateFile);
  const [primary, all] = [screen.getPrimaryDisplay(), screen.getAllDisplays()];
  const screens = [primary, ...all.filter(({ id }) => id !== primary.id)].map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    title: 'Layerwise',
    ...placeOnScreens(kept?.place ?? usual, screens, least),
    minWidth: least.width,
    minHeight: least.height,
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
  window.once('ready-to-show', () => {
    if (kept?.maximised === true) window.maximize();
    if (kept?.fullScreen === true) window.setFullScreen(true);
    window.show();
  });
  keepWindowState(window, stateFile);
  // Main writes the title from the project's name.
  window.on('page-title-updated', (event) => event.preventDefault());
  return window;
}
