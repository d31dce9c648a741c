import { useEffect } from 'react';
import { useOpenView } from './openView';

/** Esc goes back from a view to the network, but not out of a box that is typed in, a dialog or a menu. */
export function useLeavingByEscape(): void {
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      const { target } = event;
      const typing = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
      const over = target instanceof Element && target.closest('dialog, [role="menu"]') !== null;
      const box = target instanceof HTMLInputElement && target.type === 'checkbox';
      if (event.key !== 'Escape' || (typing && !box) || over) return;
      event.preventDefault();
      useOpenView.getState().close();
    };
    // Before a tooltip takes the key to close itself.
    window.addEventListener('keydown', handle, { capture: true });
    return () => window.removeEventListener('keydown', handle, { capture: true });
  }, []);
}
