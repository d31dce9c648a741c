import { commandKeys } from '../commands/keymap';
import { t } from '../language/t';
import { useNotice } from './noticeStore';

/** Pastes what the system's clipboard holds, as the keys would. */
export async function pasteFromSystem(): Promise<void> {
  if (await window.layerwise.call('paste', undefined)) return;
  useNotice.getState().show({
    message: t`The browser keeps the clipboard from this page.`,
    advice: t`Press ${commandKeys('V')} instead, or allow the page to read the clipboard.`,
  });
}
