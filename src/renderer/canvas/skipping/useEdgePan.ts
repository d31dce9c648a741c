import { useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';

/** Distance from the canvas's edge within which it moves on, and how far at most with each frame, in px. */
const margin = 32;
const fastest = 14;

/** Moves the canvas while something is dragged near its edge, the faster the nearer, and tells when it has moved. */
export function useEdgePan(dragging: boolean, onMove: (x: number, y: number) => void): void {
  const store = useStoreApi();
  useEffect(() => {
    if (!dragging) return;
    let pointer: { readonly x: number; readonly y: number } | null = null;
    const follow = ({ clientX: x, clientY: y }: PointerEvent) => {
      pointer = { x, y };
    };
    let frame = requestAnimationFrame(function step() {
      frame = requestAnimationFrame(step);
      const { domNode, panBy } = store.getState();
      const bounds = domNode?.getBoundingClientRect();
      if (pointer === null || bounds === undefined) return;
      const { x, y } = pointer;
      const right = speed(x - bounds.left) - speed(bounds.right - x);
      const down = speed(y - bounds.top) - speed(bounds.bottom - y);
      if (right === 0 && down === 0) return;
      void panBy({ x: right, y: down });
      onMove(x, y);
    });
    window.addEventListener('pointermove', follow);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', follow);
    };
  }, [dragging, store, onMove]);
}

/** How far the canvas moves at this distance from its edge; not at all outside of it. */
function speed(distance: number): number {
  return distance < 0 || distance > margin ? 0 : Math.round(fastest * (1 - distance / margin));
}
