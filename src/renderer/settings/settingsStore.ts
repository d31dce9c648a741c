import { create } from 'zustand';
import { type KeptSettings, type SettingChanges, withChanges } from '../../protocol/keptSettings';
import { useNotice } from '../editor/noticeStore';
import type { Readable, Setting } from './setting';

interface SettingsState {
  /** What differs from its default, by the setting's id. */
  readonly kept: KeptSettings;
}

export const useSettings = create<SettingsState>(() => ({ kept: {} }));

/** Reads what is kept; call before the first paint. */
export async function loadSettings(): Promise<void> {
  useSettings.setState({ kept: await window.layerwise.call('readSettings', undefined) });
}

export function useSetting<Value>(setting: Readable<Value>): Value {
  return useSettings(({ kept }) => setting.read(kept[setting.id]));
}

export function settingNow<Value>(setting: Readable<Value>): Value {
  return setting.read(useSettings.getState().kept[setting.id]);
}

/** Calls the listener now, and with each change of the setting. */
export function followSetting<Value>(setting: Readable<Value>, listener: (value: Value) => void): () => void {
  listener(settingNow(setting));
  return useSettings.subscribe(({ kept }, before) => {
    if (kept[setting.id] !== before.kept[setting.id]) listener(setting.read(kept[setting.id]));
  });
}

/** A setting at its default is not kept, and follows the default of later versions. */
export function changeSetting<Kind extends Setting>(setting: Kind, value: Kind['default']): void {
  changeSettings({ [setting.id]: value === setting.default ? null : value });
}

/** Changes several at once; they hold also where they can't be kept, which is said then. */
export function changeSettings(changes: SettingChanges): void {
  useSettings.setState(({ kept }) => ({ kept: withChanges(kept, changes) }));
  void window.layerwise.call('keepSettings', changes).then((answer) => {
    if (answer.status === 'failed') useNotice.getState().show(answer.problem, true);
  });
}
