import { type LanguageChoice, languageSettingId } from '../../../language/languages';
import { themeChoices, themeSettingId } from '../../../protocol/themeChoice';
import { choice, type SettingGroup, toggle } from '../setting';
import { changeSetting, settingNow } from '../settingsStore';

const themeLabels = { system: 'System', dark: 'Dark', light: 'Light' } as const;

export const themeSetting = choice({
  id: themeSettingId,
  label: 'Theme',
  help: 'Colours of the window. “System” follows your desktop, also when it changes in the evening.',
  options: themeChoices.map((value) => ({ value, label: themeLabels[value] })),
  default: 'system',
});

/** Each language by the name that its speakers give it, so that one finds back. */
export const languageSetting = choice<LanguageChoice>({
  id: languageSettingId,
  label: 'Language',
  help: 'Language of the window. Names of layers stay English, as in code.',
  options: [
    { value: 'system', label: 'As the system' },
    { value: 'en', label: 'English' },
    { value: 'ko', label: '한국어' },
  ],
  default: 'system',
});

export const lectureModeSetting = toggle({
  id: 'appearance.lectureMode',
  label: 'Lecture mode',
  help: 'For a projector: everything at 125 %, thicker lines and higher contrast. In a browser, enlarge the page with the browser’s own zoom besides.',
  default: false,
});

export const motionSetting = choice({
  id: 'appearance.reducedMotion',
  label: 'Reduced motion',
  help: 'Layers and panels jump to their places instead of gliding there. “System” does as your desktop is set.',
  options: [
    { value: 'system', label: 'System' },
    { value: 'on', label: 'On' },
    { value: 'off', label: 'Off' },
  ],
  default: 'system',
});

export function toggleLectureMode(): void {
  changeSetting(lectureModeSetting, !settingNow(lectureModeSetting));
}

export const appearance: SettingGroup = {
  id: 'appearance',
  label: 'Appearance',
  settings: [themeSetting, languageSetting, lectureModeSetting, motionSetting],
};
