import { type RefObject, useEffect } from 'react';

/**
 * Marks a row that is scrolled sideways with the sides at which there is more: `data-more` is "start", "end", "both" or
 * "none", and its style fades it there.
 */
export function useScrollEdges(row: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = row.current;
    if (element === null) return;
    const mark = () => {
      const before = element.scrollLeft > 1;
      const after = element.scrollLeft + element.clientWidth < element.scrollWidth - 1;
      element.dataset['more'] = before ? (after ? 'both' : 'start') : after ? 'end' : 'none';
    };
    const sizes = new ResizeObserver(mark);
    sizes.observe(element);
    element.addEventListener('scroll', mark, { passive: true });
    mark();
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', mark);
    };
  }, [row]);
}
