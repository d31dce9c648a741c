import { useEffect } from 'react';
import { useSettings } from '../settings/settingsStore';
import { keymapSettingId } from './keymap';
import { nativeMenus } from './nativeMenus';

/** Gives the application its menus in the window's language, and anew whenever their keys have changed. */
export function useNativeMenus(): void {
  useEffect(() => {
    const show = () => void window.layerwise.call('showMenus', nativeMenus());
    show();
    return useSettings.subscribe(({ kept }, before) => {
      if (kept[keymapSettingId] !== before.kept[keymapSettingId]) show();
    });
  }, []);
}
