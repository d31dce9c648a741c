import type { Command, CommandGroup } from '../../commands/command';
import { commandGroups } from '../../commands/commandGroups';
import { keysOf, keysText } from '../../commands/keymap';

/** The commands whose name or keys hold all words of a search, under their groups. */
export function commandsFound(search: string): readonly CommandGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return commandGroups
    .map((group) => ({
      ...group,
      commands: group.commands.filter((command) => isOffered(command) && holdsAll(group, command, words)),
    }))
    .filter(({ commands }) => commands.length > 0);
}

/** What comes from outside has no keys; what the palette leaves out may have some. */
function isOffered({ unlisted, keys }: Command): boolean {
  return unlisted !== true || keys !== undefined;
}

function holdsAll(group: CommandGroup, command: Command, words: readonly string[]): boolean {
  const text = `${group.label()} ${command.label()} ${keysText(command) ?? ''} ${keysOf(command).join(' ')}`;
  return words.every((word) => text.toLowerCase().includes(word));
}
