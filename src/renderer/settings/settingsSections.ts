import type { ComponentType } from 'react';
import type { Command } from '../commands/command';
import { keysText } from '../commands/keymap';
import { DeviceSettings } from './DeviceSettings';
import { commandsFound } from './keys/commandsFound';
import { KeysPanel } from './keys/KeysPanel';
import { networkConnections } from './privacy/networkConnections';
import { PrivacyPanel } from './privacy/PrivacyPanel';
import type { SettingGroup } from './setting';
import { settingGroups } from './settingGroups';

/** A part of the settings view: rows of the table, or a form of its own. */
export interface SettingsSection extends SettingGroup {
  readonly panel?:
    | {
        readonly Content: ComponentType<{ search: string }>;
        /** Texts that a search finds it by. */
        words(): readonly string[];
      }
    | undefined;
}

const keys: SettingsSection = {
  id: 'keys',
  label: 'Keys',
  settings: [],
  panel: {
    Content: KeysPanel,
    words: () => commandsFound('').flatMap(({ label, commands }) => [label(), ...commands.map(wordsOf)]),
  },
};

const privacy: SettingsSection = {
  id: 'privacy',
  label: 'Privacy',
  settings: [],
  panel: {
    Content: PrivacyPanel,
    words: () => [
      'privacy telemetry network internet log report',
      ...networkConnections.flatMap(({ label, when, off }) => [label(), when(), off()]),
    ],
  },
};

export const settingsSections: readonly SettingsSection[] = [
  ...settingGroups,
  {
    id: 'device',
    label: 'Device',
    settings: [],
    panel: {
      Content: DeviceSettings,
      words: () => ['device gpu cpu threads cores engine where training runs'],
    },
  },
  privacy,
  keys,
];

function wordsOf(command: Command): string {
  return `${command.label()} ${keysText(command) ?? ''}`;
}
