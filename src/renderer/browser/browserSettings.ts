/** Settings of a page in a browser, in its storage for this address, where all tabs find them. */
import {
  type KeptSettings,
  keptSettingsSchema,
  type SettingChanges,
  withChanges,
} from '../../protocol/keptSettings';
import type { AnswerOf } from '../../protocol/windowChannels';

const key = 'layerwise.settings';

export function readBrowserSettings(): KeptSettings {
  try {
    return keptSettingsSchema.parse(JSON.parse(localStorage.getItem(key) ?? '{}'));
  } catch {
    return {};
  }
}

export function keepBrowserSettings(changes: SettingChanges): AnswerOf<'keepSettings'> {
  try {
    localStorage.setItem(key, JSON.stringify(withChanges(readBrowserSettings(), changes)));
    return { status: 'done', value: null };
  } catch {
    return {
      status: 'failed',
      problem: {
        message: 'The settings could not be kept: the browser has no room for them.',
        advice: 'They hold until this page is closed.',
      },
    };
  }
}
