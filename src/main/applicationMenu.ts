import { Menu, type MenuItemConstructorOptions } from 'electron';
import { assertNever } from '../network/assertNever';
import type { RecentProject } from '../protocol/keptProjects';
import type { CommandId, MenuRole, NativeMenuItem, NativeMenus } from '../protocol/nativeMenu';
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
  const labels = withMnemonics(items.map((item) => ('label' in item ? item.label : '')));
  return items.map((item, place) => entry(item, labels[place] ?? '', content));
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
      return { role: systemRole(item.role, platform) };
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
