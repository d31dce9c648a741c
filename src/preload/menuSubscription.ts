import { ipcRenderer } from 'electron';
import type { LayerwiseBridge } from '../protocol/bridge';
import { channelNames } from '../protocol/channelNames';
import type { MenuCommand } from '../protocol/windowChannels';
import { listeners } from './listeners';
import { commandOfKey } from './menuKeys';

/**
 * Passes on the menu's commands, chosen with the mouse or by key. The keys are taken here, where they reach the
 * page like any other key (the menu shows them but does not act on them), and only if the page did not use them.
 */
export function subscribeMenu(): LayerwiseBridge['onMenuCommand'] {
  const { tell, subscribe } = listeners<MenuCommand>();
  const mac = process.platform === 'darwin';

  ipcRenderer.on(channelNames.menuCommand, (_event, command: MenuCommand) => {
    if (isUndo(command) && isTextField(document.activeElement)) document.execCommand(command);
    else tell(command);
  });
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    const command = commandOfKey(event, mac);
    if (command === null || (isUndo(command) && isTextField(event.target))) return;
    event.preventDefault();
    if (!event.repeat || isUndo(command)) tell(command);
  });

  return subscribe;
}

/** Text fields undo their own typing. */
function isUndo(command: MenuCommand): command is 'undo' | 'redo' {
  return command === 'undo' || command === 'redo';
}

const fieldsWithoutText = new Set(['button', 'checkbox', 'color', 'radio', 'range', 'reset', 'submit']);

function isTextField(element: EventTarget | null): boolean {
  if (element instanceof HTMLInputElement) return !fieldsWithoutText.has(element.type);
  if (element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLElement && element.isContentEditable;
}
