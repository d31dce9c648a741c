import { Menu, type MenuItemConstructorOptions } from 'electron';
import { assertNever } from '../network/assertNever';
import type { RecentProject } from '../protocol/keptProjects';
import type { CommandId, MenuRole, NativeMenuItem, NativeMenus } from '../protocol/nativeMenu';
import { t } from './language/t';
import { withMnemonics } from './menuMnemonics';

export interface ApplicationMenuContent {
  /** As the page wants them; none before it has loaded. */
  readonly menus: NativeMenus;
  readonly send: (command: CommandId) => void;
  readonly recent: readonly RecentProject[];
  readonly openRecent: (path: string) => void;
  readonly platform: string;
  readonly development: boolean;
}

/**
 * The application's menu. Its commands go to the page, which also takes their keys: the menu shows them without acting
 * on them.
 */
export function createApplicationMenu(content: ApplicationMenuContent): Menu {
  const { menus, platform, development } = content;
  const mac = platform === 'darwin';
  const labels = withMnemonics(menus.map(({ label }) => label));
  const template: MenuItemConstructorOptions[] = menus.map(({ items }, place) => ({
    label: labels[place] ?? '',
    submenu: submenu(items, content),
  }));
  if (development) template.push({ label: 'Development', submenu: [...developmentItems] });
  if (mac) return Menu.buildFromTemplate([{ role: 'appMenu' }, ...template, { role: 'windowMenu' }]);
  return Menu.buildFromTemplate(template.length === 0 ? [{ role: 'fileMenu' }] : template);
}

function submenu(
  items: readonly NativeMenuItem[],
  content: ApplicationMenuContent,
): MenuItemConstructorOptions[] {
  const labels = withMnemonics(items.map(labelOf));
  return items.map((item, place) => entry(item, labels[place] ?? '', content));
}

function labelOf(item: NativeMenuItem): string {
  if (item.type === 'role') return roleLabel(item.role);
  return 'label' in item ? item.label : '';
}

/** The system's entries in the window's language, which Electron has in English alone. */
function roleLabel(role: MenuRole): string {
  switch (role) {
    case 'quitOrClose':
      return t`Quit`;
    case 'cut':
      return t`Cut`;
    case 'copy':
      return t`Copy`;
    case 'paste':
      return t`Paste`;
    case 'resetZoom':
      return t`Actual size`;
    case 'zoomIn':
      return t`Zoom in`;
    case 'zoomOut':
      return t`Zoom out`;
    case 'togglefullscreen':
      return t`Full screen`;
    default:
      return assertNever(role);
  }
}

function entry(
  item: NativeMenuItem,
  label: string,
  { send, recent, openRecent, platform }: ApplicationMenuContent,
): MenuItemConstructorOptions {
  switch (item.type) {
    case 'command':
      return {
        label,
        ...(item.accelerator !== null && { accelerator: item.accelerator }),
        registerAccelerator: false,
        click: () => send(item.id),
      };
    case 'role':
      return { label, role: systemRole(item.role, platform) };
    case 'recent':
      return {
        label,
        enabled: recent.length > 0,
        submenu: recent.map(({ path, name, folder }) => ({
          // A single & would underline the letter after it.
          label: `${name} – ${folder}`.replaceAll('&', '&&'),
          click: () => openRecent(path),
        })),
      };
    case 'separator':
      return { type: 'separator' };
    default:
      return assertNever(item);
  }
}

function systemRole(role: MenuRole, platform: string): NonNullable<MenuItemConstructorOptions['role']> {
  if (role !== 'quitOrClose') return role;
  return platform === 'darwin' ? 'close' : 'quit';
}

const developmentItems: readonly MenuItemConstructorOptions[] = [
  { role: 'reload' },
  { role: 'toggleDevTools' },
];
