import { type SettingGroup, wholeNumber } from '../setting';

export const draftIntervalSetting = wholeNumber({
  id: 'saving.draftInterval',
  label: 'Keep a draft every',
  help: 'So much work a crash can cost at most. The draft lies beside your files and never changes them.',
  min: 1,
  max: 300,
  unit: 's',
  default: 1,
});

export const saving: SettingGroup = {
  id: 'saving',
  label: 'Saving',
  settings: [draftIntervalSetting],
};
