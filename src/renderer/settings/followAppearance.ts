import { showTheme, useTheme } from '../theme/themeStore';
import { lectureModeSetting, motionSetting, themeSetting } from './groups/appearance';
import { isMotionReduced } from './reducedMotion';
import { followSetting, settingNow } from './settingsStore';
import { lessMotionPreference, lightPreference } from './systemPreference';

/** How much larger everything is in lecture mode. */
const lectureZoom = 1.25;

/** Puts the settings of appearance on the page, now and whenever they or the desktop's change. */
export function followAppearance(): void {
  followSetting(themeSetting, chooseTheme);
  lightPreference().addEventListener('change', chooseTheme);
  followSetting(motionSetting, chooseMotion);
  lessMotionPreference().addEventListener('change', chooseMotion);
  let enlarged = false;
  followSetting(lectureModeSetting, (lecture) => {
    document.documentElement.dataset['lecture'] = String(lecture);
    // A page that was never enlarged keeps the zoom that the person gave it in the menu.
    if (lecture || enlarged) void window.layerwise.call('enlargePage', { factor: lecture ? lectureZoom : 1 });
    enlarged = lecture;
  });
}

function chooseTheme(): void {
  const chosen = settingNow(themeSetting);
  const theme = chosen === 'system' ? (lightPreference().matches ? 'light' : 'dark') : chosen;
  useTheme.setState({ theme });
  showTheme(theme);
}

function chooseMotion(): void {
  document.documentElement.dataset['motion'] = isMotionReduced() ? 'reduced' : 'full';
}
