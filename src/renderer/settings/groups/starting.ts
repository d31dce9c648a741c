import { type SettingGroup, toggle } from '../setting';

export const startScreenSetting = toggle({
  id: 'starting.startScreen',
  label: 'Start screen',
  help: 'Layerwise begins with templates, recent projects and the lesson. Without it, and whenever a project is opened from the desktop, it begins with the network.',
  default: true,
});

export const starting: SettingGroup = {
  id: 'starting',
  label: 'Start',
  settings: [startScreenSetting],
};
