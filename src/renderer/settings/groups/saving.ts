import { type SettingGroup, toggle, wholeNumber } from '../setting';

export const draftIntervalSetting = wholeNumber({
  id: 'saving.draftInterval',
  label: 'Keep a draft every',
  help: 'So much work a crash can cost at most. The draft lies beside your files and never changes them.',
  min: 1,
  max: 300,
  unit: 's',
  default: 1,
});

export const autosaveSetting = toggle({
  id: 'saving.autosave',
  label: 'Save by itself',
  help: 'A project that has a file is saved to it two seconds after each change, without being asked. Earlier steps can be undone as long as the project is open.',
  default: false,
});

export const saving: SettingGroup = {
  id: 'saving',
  label: 'Saving',
  settings: [autosaveSetting, draftIntervalSetting],
};
