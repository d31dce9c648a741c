import { useEffect } from 'react';
import { askDroppedImage } from './askDroppedImage';
import { draggedIn, useDragged } from './dropStore';

/** A drag that ends outside of the window is not told of: so long after its last sign it is over, in ms. */
const silence = 400;

/**
 * Shows what is dragged over the window, and takes pictures that are dropped. Everything else is left to the preload
 * script, or in a browser to the page's bridge, which alone know the file.
 */
export function useDrops(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (dragged: ReturnType<typeof draggedIn>): void => {
      clearTimeout(timer);
      if (useDragged.getState().dragged !== dragged) useDragged.setState({ dragged });
      if (dragged !== null) timer = setTimeout(() => show(null), silence);
    };
    const over = ({ dataTransfer }: DragEvent): void => {
      if (dataTransfer !== null) show(draggedIn(dataTransfer));
    };
    const drop = (event: DragEvent): void => {
      show(null);
      const [file] = event.dataTransfer?.files ?? [];
      if (event.defaultPrevented || file === undefined || !file.type.startsWith('image/')) return;
      event.preventDefault();
      void askDroppedImage(file);
    };
    window.addEventListener('dragover', over, { capture: true });
    // A view that takes a drop itself has done so when the document hears of it.
    document.addEventListener('drop', drop);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('dragover', over, { capture: true });
      document.removeEventListener('drop', drop);
    };
  }, []);
}
