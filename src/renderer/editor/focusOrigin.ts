import { useEditor } from './editorStore';
import { focusCard } from './focus';

/**
 * Where the focus is now, to be given back to it once what is opening has closed: to the button of a menu, which will
 * have closed by then; to the selected layer where that is gone, or where the network was changed meanwhile. A focus
 * that has gone elsewhere is left there.
 */
export function focusOrigin(): () => void {
  const { activeElement } = document;
  const menu = activeElement?.closest('[role="menu"]')?.getAttribute('aria-labelledby') ?? null;
  const origin = menu === null ? activeElement : document.getElementById(menu);
  const { history } = useEditor.getState();
  return () => {
    if (!isFocusLost()) return;
    const editor = useEditor.getState();
    const selected = editor.selection.nodes.at(-1);
    if (editor.history === history && origin instanceof HTMLElement && origin.isConnected)
      origin.focus({ preventScroll: true });
    if (isFocusLost() && selected !== undefined) focusCard(selected);
  };
}

/** Whether keys would go nowhere: no element has the focus, or one that is not shown any more. */
export function isFocusLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || !activeElement.checkVisibility();
}
