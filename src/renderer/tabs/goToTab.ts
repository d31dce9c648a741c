import { usePicker } from '../canvas/pickers/pickerStore';
import { useEditor } from '../editor/editorStore';
import { isTextField } from '../editor/keyTarget';
import { usePlayback } from '../gradients/flow/playback';
import { useOpenView } from '../views/openView';
import type { TabId } from './tabRow';
import { frontTab, useTabs } from './tabsStore';

/** Brings a tab to the front, and its network into view. What a dialog asks is answered first. */
export function goToTab(tab: TabId): void {
  if (isAnswerDue()) return;
  if (tab === frontTab()) useOpenView.getState().close();
  else {
    leaveTab();
    useTabs.getState().bring(tab);
  }
}

/** Whether a dialog is open, which is about the front tab. */
export function isAnswerDue(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

/** What is typed, played or chosen in the front tab comes to its end there. */
export function leaveTab(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && isTextField(activeElement)) activeElement.blur();
  usePlayback.getState().pause();
  usePicker.getState().close();
  const editor = useEditor.of(frontTab());
  editor.getState().endMerge();
  // A layer that was asked for once is not to be gone to again on the way back.
  editor.setState({ attention: null });
}
