import { type Language, spokenLanguage } from '../../protocol/language';
import { type LanguageChoice, languageSetting } from '../settings/groups/appearance';
import { followSetting, settingNow } from '../settings/settingsStore';
import { speak } from './translation';

/** Speaks the language of the setting, and follows it from then on. Call before the first paint. */
export async function speakChosenLanguage(): Promise<void> {
  await speak(languageOf(settingNow(languageSetting)));
  followSetting(languageSetting, (choice) => void speak(languageOf(choice)));
}

function languageOf(choice: LanguageChoice): Language {
  return choice === 'system' ? spokenLanguage(navigator.languages) : choice;
}
