import { type ShortcutOption, shortcutOptions } from '../../../network/graph/shortcuts/shortcutOption';
import { skipOptionSetting } from '../../settings/groups/editing';
import { changeSetting, useSetting } from '../../settings/settingsStore';

/** What shortcuts do where shapes differ, as it was chosen last. */
export function useSkipOption(): ShortcutOption {
  return useSetting(skipOptionSetting);
}

export function chooseSkipOption(option: ShortcutOption): void {
  changeSetting(skipOptionSetting, option);
}

/** The option that a letter stands for. */
export function readOption(letter: string | null): ShortcutOption | null {
  return shortcutOptions.find((option) => option === letter?.toUpperCase()) ?? null;
}
