import { shortcutOptionNames, shortcutOptions } from '../../../network/graph/shortcuts/shortcutOption';
import { choice, type SettingGroup } from '../setting';

/** What shortcuts do where shapes differ, as it was chosen last. */
export const skipOptionSetting = choice({
  id: 'editing.shortcutOption',
  label: 'Shortcuts between unequal shapes',
  help: 'What a shortcut does where the shapes at its ends differ: zeros for the channels that are missing (A), or a 1×1 convolution (B, C). Options A, B and C of the ResNet paper.',
  options: shortcutOptions.map((value) => ({ value, label: shortcutOptionNames[value] })),
  default: 'B',
});

export const editing: SettingGroup = {
  id: 'editing',
  label: 'Editing',
  settings: [skipOptionSetting],
};
