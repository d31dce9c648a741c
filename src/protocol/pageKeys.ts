/** The menu's keys as they reach the page, for the preload script and for a page that has none. */

import type { MenuCommand } from './menuCommands';
import { commandOfKey } from './menuKeys';

/** Turns keys into commands: like any other key they come to the page first, which may use them itself. */
export function listenForMenuKeys(mac: boolean, tell: (command: MenuCommand) => void): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    const command = commandOfKey(event, mac);
    if (command === null || (isUndo(command) && isTextField(event.target))) return;
    event.preventDefault();
    if (!event.repeat || isUndo(command)) tell(command);
  });
}

/** Text fields undo their own typing. */
export function isUndo(command: MenuCommand): command is 'undo' | 'redo' {
  return command === 'undo' || command === 'redo';
}

const fieldsWithoutText = new Set(['button', 'checkbox', 'color', 'radio', 'range', 'reset', 'submit']);

export function isTextField(element: EventTarget | null): boolean {
  if (element instanceof HTMLInputElement) return !fieldsWithoutText.has(element.type);
  if (element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLElement && element.isContentEditable;
}
