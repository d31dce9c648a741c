import { type RefObject, useEffect, useRef } from 'react';
import { isFocusLost } from '../editor/focusOrigin';

/**
 * Takes the focus into a view as it opens, so that Tab leads to what is in it. The element that it is given to needs a
 * tab index of −1. What gives it back is `useOpenView`'s to know: one view may follow another.
 */
export function useViewFocus(): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const box = place.current;
    const covered = document.activeElement?.closest('[inert]') != null;
    if (box !== null && (isFocusLost() || covered)) box.focus({ preventScroll: true });
  }, []);
  return place;
}
