import type { MenuItemConstructorOptions } from 'electron';
import type { RecentProject } from '../protocol/keptProjects';
import type { MenuCommand } from '../protocol/menuCommands';

export interface ApplicationMenuContent {
  readonly send: (command: MenuCommand) => void;
  readonly recent: readonly RecentProject[];
  readonly openRecent: (path: string) => void;
  readonly platform: string;
  readonly development: boolean;
}

/**
 * The application's menu, in English. Its own commands go to the page through `send`; the preload script takes their keys,
 * which the menu therefore shows without acting on them.
 */
export function menuTemplate(content: ApplicationMenuContent): readonly MenuItemConstructorOptions[] {
  const { send, recent, openRecent, platform, development } = content;
  const mac = platform === 'darwin';
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator !== undefined && { accelerator }),
    registerAccelerator: false,
    click: () => send(command),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const template: MenuItemConstructorOptions[] = [
    {
      label: '&File',
      submenu: [
        item('S&tart screen', 'start'),
        separator,
        item('&New', 'new', 'CmdOrCtrl+N'),
        item('New from &template…', 'newFromTemplate', 'CmdOrCtrl+Shift+N'),
        item('&Open…', 'open', 'CmdOrCtrl+O'),
        {
          label: 'Open &Recent',
          enabled: recent.length > 0,
          submenu: recent.map(({ path, name, folder }) => ({
            // A single & would underline the letter after it.
            label: `${name} – ${folder}`.replaceAll('&', '&&'),
            click: () => openRecent(path),
          })),
        },
        separator,
        item('&Save', 'save', 'CmdOrCtrl+S'),
        item('Save &As…', 'saveAs', 'CmdOrCtrl+Shift+S'),
        separator,
        mac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('&Undo', 'undo', 'CmdOrCtrl+Z'),
        item('&Redo', 'redo', 'CmdOrCtrl+Shift+Z'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        item('&Duplicate', 'duplicate', 'CmdOrCtrl+D'),
        separator,
        item('Select &all', 'selectAll', 'CmdOrCtrl+A'),
        item('&Tidy layout', 'tidy', 'T'),
        separator,
        item('Se&ttings…', 'settings', 'CmdOrCtrl+,'),
      ],
    },
    {
      label: '&Network',
      submenu: [
        item('Add &shortcut from the selected layer…', 'addShortcut', 'S'),
        separator,
        item('Convert to &residual…', 'convertToResidual'),
        item('Convert to &plain', 'convertToPlain'),
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        item('&Lecture mode', 'lectureMode', 'CmdOrCtrl+Shift+L'),
        separator,
        { role: 'togglefullscreen' },
        ...(development ? developmentItems : []),
      ],
    },
    { label: '&Help', submenu: [item('&Glossary', 'glossary')] },
  ];
  return mac ? [{ role: 'appMenu' }, ...template, { role: 'windowMenu' }] : template;
}

/** Only in development. */
const developmentItems: readonly MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'reload' },
  { role: 'toggleDevTools' },
];
