import type { ComponentType } from 'react';
import { DeviceSettings } from './DeviceSettings';
import type { SettingGroup } from './setting';
import { settingGroups } from './settingGroups';

/** A part of the settings view: rows of the table, or a form of its own. */
export interface SettingsSection extends SettingGroup {
  readonly panel?:
    | {
        readonly Content: ComponentType<{ search: string }>;
        /** What a search finds it by. */
        readonly words: string;
      }
    | undefined;
}

export const settingsSections: readonly SettingsSection[] = [
  ...settingGroups,
  {
    id: 'device',
    label: 'Device',
    settings: [],
    panel: { Content: DeviceSettings, words: 'device gpu cpu threads cores engine where training runs' },
  },
];
