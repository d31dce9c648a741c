/**
 * Keys that are pressed together, as text: `Mod+Shift+S`, `Alt+ArrowUp`, `?`. Mod is Cmd on a Mac and Ctrl elsewhere. A
 * sign that Shift makes, like `?`, stands without Shift, so that it holds on every keyboard.
 */
export interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const alone = new Set([
  'Control',
  'Shift',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'Dead',
  'Process',
  'Unidentified',
]);

/** Null for a modifier by itself, and for keys that have no name. */
export function chordOf(pressed: PressedKey, mac: boolean): string | null {
  const key = keyName(pressed);
  if (key === null) return null;
  const [mod, other] = mac ? [pressed.metaKey, pressed.ctrlKey] : [pressed.ctrlKey, pressed.metaKey];
  const shifted = pressed.shiftKey && !isSign(key);
  const names = [mod && 'Mod', other && 'Super', pressed.altKey && 'Alt', shifted && 'Shift', key];
  return names.filter((name) => name !== false).join('+');
}

/** Letters as they are written on the key, digits also with Shift. A Korean letter is the Latin one of its key. */
function keyName({ key, code, altKey }: PressedKey): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (letter !== undefined && (altKey || !/^[!-~]$/.test(key))) return letter;
  if (digit !== undefined) return digit;
  if (key === ' ') return 'Space';
  if (key === '+') return 'Plus';
  return alone.has(key) || key === '' ? null : key;
}

function isSign(key: string): boolean {
  return key === 'Plus' || /^[^A-Z0-9]$/i.test(key);
}

const macNames: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Super: '⌃' };
const shortNames: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
  Escape: 'Esc',
  Plus: '+',
};

/** A chord as people read it: `Ctrl Shift S`, or `⌘ ⇧ S` on a Mac. */
export function chordText(chord: string, mac: boolean): string {
  return chord
    .split('+')
    .map((name) => (mac ? macNames[name] : undefined) ?? shortNames[name] ?? name)
    .join(' ');
}

const acceleratorNames: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Escape: 'Esc',
};

/** A chord as Electron's menus write it; null for one that they can't show. */
export function accelerator(chord: string): string | null {
  const names = chord.split('+').map((name) => acceleratorNames[name] ?? name);
  return names.every((name) => /^[!-~]+$/.test(name)) ? names.join('+') : null;
}
