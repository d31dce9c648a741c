import type { RecentProject } from '../../protocol/keptProjects';
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
export function paletteEntries(projects: readonly RecentProject[]): readonly PaletteEntry[] {
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
    ...settingEntries(),
    // Both may come when the list is shown already, at its end.
    ...projectEntries(projects),
    ...runEntries(),
    ...startingWeightsEntries(),
  ];
  const recent = recentCommands().flatMap((id) => all.filter(({ command }) => command.id === id));
  const rest = all.filter((entry) => !recent.includes(entry));
  return [...recent.map((entry) => ({ ...entry, group: t`Used last` })), ...rest];
}
