import { type PointerEvent, type RefObject, useEffect, useState } from 'react';
import { between, extent, moved, type StepRange, zoomed } from './stepRange';

interface StepGestures {
  /** The stretch that is being dragged over; null where none is. */
  readonly selection: StepRange | null;
  readonly handlers: {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerUp(event: PointerEvent<HTMLElement>): void;
    onPointerCancel(): void;
    onPointerLeave(): void;
    onDoubleClick(): void;
  };
}

interface StepGesturesOptions {
  readonly plot: RefObject<HTMLElement | null>;
  readonly range: StepRange;
  readonly whole: StepRange;
  /** The step at a place in px from the plot's left edge. */
  readonly stepAt: (place: number) => number;
  readonly point: (step: number | null) => void;
  /** Null for the whole run. */
  readonly show: (range: StepRange | null) => void;
}

/** A turn of the wheel makes the range this many times as long. */
const zoomFactor = 1.25;
/** And a turn of it sideways moves the range by this share. */
const panShare = 0.1;
/** A shorter drag is a click, in px. */
const leastDrag = 5;

interface Drag {
  readonly from: number;
  readonly to: number;
  readonly moves: boolean;
  readonly startRange: StepRange;
}

/**
 * The ways to look closer at a chart over steps: the wheel zooms around the pointer, a drag selects a stretch, a drag
 * with Shift moves, a double click goes back to the whole run. The buttons beside the charts do the same.
 */
export function useStepGestures(options: StepGesturesOptions): StepGestures {
  const { plot, range, whole, stepAt, point, show } = options;
  const [drag, setDrag] = useState<Drag | null>(null);
  const narrow = (next: StepRange) => show(extent(next) >= extent(whole) ? null : next);

  useEffect(() => {
    const element = plot.current;
    if (element === null) return;
    // React listens to the wheel passively, and the page must not scroll with it.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY))
        return narrow(moved(range, whole, Math.sign(sideways) * extent(range) * panShare));
      const centre = stepAt(event.clientX - element.getBoundingClientRect().left);
      narrow(zoomed(range, whole, centre, event.deltaY > 0 ? zoomFactor : 1 / zoomFactor));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  });

  const placeOf = ({ clientX, currentTarget }: PointerEvent<HTMLElement>) =>
    clientX - currentTarget.getBoundingClientRect().left;
  const end = () => setDrag(null);
  return {
    selection:
      drag === null || drag.moves || Math.abs(drag.to - drag.from) < leastDrag
        ? null
        : between(stepAt(drag.from), stepAt(drag.to), whole),
    handlers: {
      onPointerDown(event) {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const place = placeOf(event);
        setDrag({ from: place, to: place, moves: event.shiftKey, startRange: range });
      },
      onPointerMove(event) {
        const place = placeOf(event);
        point(stepAt(place));
        if (drag === null) return;
        setDrag({ ...drag, to: place });
        if (!drag.moves) return;
        const steps = stepAt(drag.from) - stepAt(place);
        narrow(moved(drag.startRange, whole, steps));
      },
      onPointerUp() {
        if (drag !== null && !drag.moves && Math.abs(drag.to - drag.from) >= leastDrag)
          narrow(between(stepAt(drag.from), stepAt(drag.to), whole));
        end();
      },
      onPointerCancel: end,
      onPointerLeave: () => point(null),
      onDoubleClick: () => show(null),
    },
  };
}
