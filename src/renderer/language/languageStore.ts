import { create } from 'zustand';
import { type Language, languageSchema, spokenLanguage } from '../../protocol/language';
import { speak } from './translation';

/** A language, or the one that the system prefers. */
export type LanguageChoice = Language | 'system';

const storageKey = 'layerwise.language';

interface LanguageState {
  readonly choice: LanguageChoice;
  choose(choice: LanguageChoice): Promise<void>;
}

/** Which language the window speaks. */
export const useLanguage = create<LanguageState>((set) => ({
  choice: keptChoice(),
  async choose(choice) {
    localStorage.setItem(storageKey, choice);
    set({ choice });
    await speak(languageOf(choice));
  },
}));

/** Call before the first paint. */
export async function speakChosenLanguage(): Promise<void> {
  await speak(languageOf(useLanguage.getState().choice));
}

function languageOf(choice: LanguageChoice): Language {
  return choice === 'system' ? spokenLanguage(navigator.languages) : choice;
}

function keptChoice(): LanguageChoice {
  const kept = languageSchema.safeParse(localStorage.getItem(storageKey));
  return kept.success ? kept.data : 'system';
}
