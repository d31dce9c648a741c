import { useEditor } from './editorStore';
import { focusCard } from './focus';

/**
 * Where the focus is now, to be given back to it once what is opening has closed: to the button of a menu, which will
 * have closed by then; to the selected layer where that is gone, or where the network was changed meanwhile. A focus
 * that has gone elsewhere is left there.
 */
export function focusOrigin(): () => void {
  const origin = outsideOfMenus(document.activeElement);
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

/** The element, or the button that opened the menus in which it is; null where nothing opened them. */
function outsideOfMenus(element: Element | null): Element | null {
  const menu = element?.closest('[role="menu"]') ?? null;
  if (menu === null) return element;
  return outsideOfMenus(document.getElementById(menu.getAttribute('aria-labelledby') ?? ''));
}

/** Whether keys would go nowhere: no element has the focus, or one that is not shown any more. */
export function isFocusLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || !activeElement.checkVisibility();
}
