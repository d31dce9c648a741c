import { type RefObject, useEffect, useState } from 'react';
import { useSize } from '../charts/useSize';

/** Places of the rows to draw: from `first` on, up to `end` without it. */
interface RowsInView {
  readonly first: number;
  readonly end: number;
}

/** Rows that are drawn beyond both edges, so that the next one is there to be tabbed to. */
const beyond = 6;
/** While the list is scrolled, rows come and go in blocks of so many. */
const block = 4;

/** Which rows of a long list that scrolls are in view, and the box that it scrolls in. Rows are equally high, in px. */
export function useRowsInView(count: number, rowHeight: number): [RefObject<HTMLElement | null>, RowsInView] {
  const [box, { height }] = useSize<HTMLElement>();
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const scroller = box.current;
    if (scroller === null) return;
    const follow = (): void => setPassed(Math.floor(scroller.scrollTop / rowHeight / block) * block);
    scroller.addEventListener('scroll', follow, { passive: true });
    return () => scroller.removeEventListener('scroll', follow);
  }, [box, rowHeight]);
  return [box, rowsInView(count, passed, Math.ceil(height / rowHeight))];
}

/** The rows to draw of so many, where so many lie above the view and so many fit into it. */
export function rowsInView(count: number, passed: number, fitting: number): RowsInView {
  const end = Math.min(count, passed + block + fitting + beyond);
  return { first: Math.max(0, Math.min(passed - beyond, count - fitting - beyond)), end };
}
