import type { MenuCommand } from './menuCommands';

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** The menu command that a key stands for: with Cmd on a Mac, and with Ctrl elsewhere. */
export function commandOfKey(pressed: PressedKey, mac: boolean): MenuCommand | null {
  const commandKey = mac ? pressed.metaKey && !pressed.ctrlKey : pressed.ctrlKey && !pressed.metaKey;
  if (!commandKey || pressed.altKey) return null;
  switch (pressed.key.toLowerCase()) {
    case 'n':
      return pressed.shiftKey ? 'newFromTemplate' : 'new';
    case 'o':
      return pressed.shiftKey ? null : 'open';
    case 's':
      return pressed.shiftKey ? 'saveAs' : 'save';
    case 'z':
      return pressed.shiftKey ? 'redo' : 'undo';
    case 'l':
      return pressed.shiftKey ? 'lectureMode' : null;
    case ',':
      return pressed.shiftKey ? null : 'settings';
    case 'y':
      return mac || pressed.shiftKey ? null : 'redo';
    default:
      return null;
  }
}
