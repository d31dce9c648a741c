import type { Command } from './command';
import { commands } from './commandGroups';
import { keysOf } from './keymap';

/** The other commands that have one of these chords. */
export function conflictsOf(command: Pick<Command, 'id'>, chords: readonly string[]): readonly Command[] {
  return commands.filter(
    (other) => other.id !== command.id && keysOf(other).some((chord) => chords.includes(chord)),
  );
}
