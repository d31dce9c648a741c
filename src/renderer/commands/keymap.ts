import { z } from 'zod';
import type { KeptSettings } from '../../protocol/keptSettings';
import { changeSettings, useSettings } from '../settings/settingsStore';
import type { Command } from './command';
import { chordText } from './keyChord';

/** The setting that keeps, by command, the chords that a person gave it in place of its own. */
export const keymapSettingId = 'keys.changed';

const keymapSchema = z.record(z.string(), z.array(z.string().min(1).max(60)).max(4)).catch({});
type Keymap = z.infer<typeof keymapSchema>;

let read: { readonly kept: unknown; readonly keymap: Keymap } = { kept: undefined, keymap: {} };

/** The same object for the same settings, which are read once. */
function changedKeys({ [keymapSettingId]: kept }: KeptSettings): Keymap {
  if (read.kept !== kept) read = { kept, keymap: keymapSchema.parse(kept ?? {}) };
  return read.keymap;
}

/** Browsers keep these for their own windows and tabs, whatever a page says. */
const browserKeys = new Set([
  ...['Mod+N', 'Mod+Shift+N', 'Mod+T', 'Mod+Shift+T', 'Mod+W', 'Mod+Shift+W'],
  ...['Mod+Tab', 'Mod+Shift+Tab', 'Mod+PageDown', 'Mod+PageUp', 'Mod+Shift+PageDown', 'Mod+Shift+PageUp'],
  ...Array.from({ length: 9 }, (_, number) => `Mod+${number + 1}`),
]);

/** The chords of a command now, the first being the one that is shown. */
export function keysOf(
  command: Pick<Command, 'id' | 'keys'>,
  kept = useSettings.getState().kept,
): readonly string[] {
  const keys = changedKeys(kept)[command.id] ?? command.keys ?? [];
  return window.layerwise.inBrowser ? keys.filter((chord) => !browserKeys.has(chord)) : keys;
}

export function hasChangedKeys(command: Pick<Command, 'id'>, kept: KeptSettings): boolean {
  return changedKeys(kept)[command.id] !== undefined;
}

/** The first chord of a command, as people read it; undefined where it has none. */
export function keysText(command: Pick<Command, 'id' | 'keys'>, kept?: KeptSettings): string | undefined {
  const [chord] = keysOf(command, kept);
  return chord === undefined ? undefined : chordText(chord, isMac());
}

export function isMac(): boolean {
  return window.layerwise.platform === 'darwin';
}

/** Gives commands other chords; null gives one its own back. */
export function changeKeys(changes: Readonly<Record<string, readonly string[] | null>>): void {
  const keymap = Object.entries({ ...changedKeys(useSettings.getState().kept), ...changes }).filter(
    (entry): entry is [string, string[]] => entry[1] !== null,
  );
  changeSettings({ [keymapSettingId]: keymap.length === 0 ? null : Object.fromEntries(keymap) });
}

/** Keys that the system itself obeys, with Ctrl or Cmd, as people read them: `Ctrl C`. */
export function commandKeys(key: string): string {
  return chordText(`Mod+${key}`, isMac());
}
