import { useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';

/** Milliseconds without a move after which the view is at rest. */
const restAfter = 300;

/**
 * Marks the canvas while its view moves. What is drawn on it then is a layer that is painted once and shifted, and not
 * painted anew with each move; at rest, and with a single jump, it lies on the pixels of the page.
 */
export function useLayerInMotion(frame: RefObject<HTMLElement | null>): void {
  const store = useStoreApi();
  useEffect(() => {
    let resting: ReturnType<typeof setTimeout> | undefined;
    const rest = (): void => {
      resting = undefined;
      frame.current?.removeAttribute('data-moving');
    };
    const unsubscribe = store.subscribe(({ transform }, before) => {
      if (transform === before.transform) return;
      if (resting !== undefined) frame.current?.setAttribute('data-moving', '');
      clearTimeout(resting);
      resting = setTimeout(rest, restAfter);
    });
    return () => {
      unsubscribe();
      clearTimeout(resting);
      rest();
    };
  }, [frame, store]);
}
