import { chosenLanguage } from '../../language/languages';
import { languageSetting } from '../settings/groups/appearance';
import { followSetting, settingNow } from '../settings/settingsStore';
import { speak } from './translation';

/** Speaks the language of the setting, and follows it from then on. Call before the first paint. */
export async function speakChosenLanguage(): Promise<void> {
  await speak(chosenLanguage(settingNow(languageSetting), navigator.languages));
  followSetting(languageSetting, (choice) => void speak(chosenLanguage(choice, navigator.languages)));
}
