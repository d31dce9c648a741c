import { appearance } from './groups/appearance';
import { charts } from './groups/charts';
import { editing } from './groups/editing';
import { saving } from './groups/saving';
import { starting } from './groups/starting';
import { updates } from './groups/updates';
import type { SettingGroup } from './setting';

/** Every setting, in the order in which the settings view shows them. */
export const settingGroups: readonly SettingGroup[] = [
  appearance,
  editing,
  charts,
  saving,
  starting,
  updates,
];
