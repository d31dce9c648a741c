import { motionSetting } from './groups/appearance';
import { settingNow } from './settingsStore';
import { lessMotionPreference } from './systemPreference';

/** Whether things jump to their places instead of gliding there. */
export function isMotionReduced(): boolean {
  const chosen = settingNow(motionSetting);
  return chosen === 'system' ? lessMotionPreference().matches : chosen === 'on';
}
