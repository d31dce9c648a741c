import { type RefObject, useEffect, useEffectEvent } from 'react';

/** F1 anywhere in an element asks what it is about. */
export function useHelpKey(
  element: RefObject<HTMLElement | null>,
  usable: boolean,
  onAsked: () => void,
): void {
  const ask = useEffectEvent(onAsked);
  useEffect(() => {
    const place = element.current;
    if (place === null || !usable) return;
    const handle = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return;
      event.preventDefault();
      ask();
    };
    place.addEventListener('keydown', handle);
    return () => place.removeEventListener('keydown', handle);
  }, [element, usable]);
}
