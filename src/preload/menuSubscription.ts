import { ipcRenderer } from 'electron';
import type { LayerwiseBridge } from '../protocol/bridge';
import { channelNames } from '../protocol/channelNames';
import { listeners } from '../protocol/listeners';
import type { MenuCommand } from '../protocol/menuCommands';
import { isTextField, isUndo, listenForMenuKeys } from '../protocol/pageKeys';

/**
 * Passes on the menu's commands, chosen with the mouse or by key. The keys are taken here, where they reach the
 * page like any other key (the menu shows them but does not act on them), and only if the page did not use them.
 */
export function subscribeMenu(): LayerwiseBridge['onMenuCommand'] {
  const { tell, subscribe } = listeners<MenuCommand>();

  ipcRenderer.on(channelNames.menuCommand, (_event, command: MenuCommand) => {
    if (isUndo(command) && isTextField(document.activeElement)) document.execCommand(command);
    else tell(command);
  });
  listenForMenuKeys(process.platform === 'darwin', tell);
  return subscribe;
}
