import type { Command, CommandGroup } from './command';
import { arrange } from './groups/arrange';
import { charts } from './groups/charts';
import { edit } from './groups/edit';
import { exporting } from './groups/exporting';
import { fineTuning } from './groups/fineTuning';
import { go } from './groups/go';
import { help } from './groups/help';
import { layers } from './groups/layers';
import { machine } from './groups/machine';
import { network } from './groups/network';
import { notes } from './groups/notes';
import { project } from './groups/project';
import { tabs } from './groups/tabs';
import { training } from './groups/training';
import { view } from './groups/view';

/** Every command of the window, in the order of the palette and of the list of keys. */
export const commandGroups: readonly CommandGroup[] = [
  project,
  tabs,
  edit,
  arrange,
  network,
  notes,
  training,
  fineTuning,
  machine,
  view,
  charts,
  exporting,
  go,
  layers,
  help,
];

export const commands: readonly Command[] = commandGroups.flatMap((group) => group.commands);

const byId = new Map(commands.map((command) => [command.id, command]));

export function findCommand(id: string): Command | undefined {
  return byId.get(id);
}
