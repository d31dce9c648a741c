import { commandGroups } from '../commands/commandGroups';
import { t } from '../language/t';
import {
  layerEntries,
  noteEntries,
  projectEntries,
  runEntries,
  settingEntries,
  startingWeightsEntries,
  tabEntries,
  templateEntries,
} from './foundEntries';
import type { PaletteEntry } from './paletteEntry';
import { recentCommands } from './recentCommands';

/** All that can be done now, the commands used last at the head. */
export function paletteEntries(files: readonly PaletteEntry[]): readonly PaletteEntry[] {
  const all = [
    ...commandGroups.flatMap(({ label, commands }) =>
      commands
        .filter(({ unlisted }) => unlisted !== true)
        .map((command): PaletteEntry => ({ command, group: label() })),
    ),
    ...tabEntries(),
    ...layerEntries(),
    ...noteEntries(),
    ...templateEntries(),
    ...runEntries(),
    ...startingWeightsEntries(),
    ...settingEntries(),
    ...files,
  ];
  const recent = recentCommands().flatMap((id) => all.filter(({ command }) => command.id === id));
  const rest = all.filter((entry) => !recent.includes(entry));
  return [...recent.map((entry) => ({ ...entry, group: t`Used last` })), ...rest];
}

/** The files opened and saved before, which main is asked for. */
export async function recentProjectEntries(): Promise<readonly PaletteEntry[]> {
  return projectEntries(await window.layerwise.call('listRecentProjects', undefined));
}
