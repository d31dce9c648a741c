import { reopeningSettingId } from '../../../protocol/reopeningChoice';
import { type SettingGroup, toggle } from '../setting';

export const startScreenSetting = toggle({
  id: 'starting.startScreen',
  label: 'Start screen',
  help: 'Layerwise begins with templates, recent projects and the lesson. Without it, and whenever a project is opened from the desktop, it begins with the network.',
  default: true,
});

export const reopeningSetting = toggle({
  id: reopeningSettingId,
  label: 'Reopen the tabs of the last time',
  help: 'A start goes on with the projects that were open when Layerwise ended, and shows no start screen then. Not where a file is opened from the desktop; a browser brings its tabs back itself.',
  default: true,
});

export const starting: SettingGroup = {
  id: 'starting',
  label: 'Start',
  settings: [reopeningSetting, startScreenSetting],
};
