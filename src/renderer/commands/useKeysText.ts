import { useSettings } from '../settings/settingsStore';
import { findCommand } from './commandGroups';
import { keysText } from './keymap';

/** The keys of a command, for the hint of a button that does the same; undefined where it has none. */
export function useKeysText(id: string): string | undefined {
  const command = findCommand(id);
  return useSettings(({ kept }) => (command === undefined ? undefined : keysText(command, kept)));
}
