import { useEffect } from 'react';
import { useGallery } from '../gallery/galleryStore';
import { useEditor } from './editorStore';

/** Esc goes back from a view that covers the network, and so does a network that is opened; the gallery takes its place. */
export function useLeavingView(close: () => void): void {
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      const { target } = event;
      const typing = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
      const over = target instanceof Element && target.closest('dialog, [role="menu"]') !== null;
      const box = target instanceof HTMLInputElement && target.type === 'checkbox';
      if (event.key !== 'Escape' || (typing && !box) || over) return;
      event.preventDefault();
      close();
    };
    // Before a tooltip takes the key to close itself.
    window.addEventListener('keydown', handle, { capture: true });
    const leave = useEditor.subscribe(({ projectNumber }, before) => {
      if (projectNumber !== before.projectNumber) close();
    });
    const giveWay = useGallery.subscribe(({ open }) => open && close());
    return () => {
      window.removeEventListener('keydown', handle, { capture: true });
      leave();
      giveWay();
    };
  }, [close]);
}
