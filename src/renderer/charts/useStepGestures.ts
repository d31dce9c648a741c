import { type PointerEvent, type RefObject, useEffect, useState } from 'react';
import { between, extent, moved, type StepRange, zoomed } from './stepRange';
import { type StepSpan, showSteps, useStepView } from './stepView';

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
  readonly span: StepSpan;
  /** The step at a place in px from the plot's left edge. */
  readonly stepAt: (place: number) => number;
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
 * with Shift moves, a double click goes back to the whole run. The buttons beside the charts and the keys do the same.
 */
export function useStepGestures({ plot, span, stepAt }: StepGesturesOptions): StepGestures {
  const [drag, setDrag] = useState<Drag | null>(null);
  const { range, whole } = span;
  const { point } = useStepView.getState();

  useEffect(() => {
    const element = plot.current;
    if (element === null) return;
    // React listens to the wheel passively, and the page must not scroll with it.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY))
        return showSteps(span, moved(range, whole, Math.sign(sideways) * extent(range) * panShare));
      const centre = stepAt(event.clientX - element.getBoundingClientRect().left);
      showSteps(span, zoomed(range, whole, centre, event.deltaY > 0 ? zoomFactor : 1 / zoomFactor));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  });

  const placeOf = ({ clientX, currentTarget }: PointerEvent<HTMLElement>) =>
    clientX - currentTarget.getBoundingClientRect().left;
  const isDrag = ({ from, to }: Drag) => Math.abs(to - from) >= leastDrag;
  const end = () => setDrag(null);
  return {
    selection:
      drag === null || drag.moves || !isDrag(drag)
        ? null
        : between(stepAt(drag.from), stepAt(drag.to), whole),
    handlers: {
      onPointerDown(event) {
        if (event.button !== 0) return;
        const place = placeOf(event);
        setDrag({ from: place, to: place, moves: event.shiftKey, startRange: range });
      },
      onPointerMove(event) {
        const place = placeOf(event);
        const step = stepAt(place);
        point(step < range.first ? null : step);
        if (drag === null) return;
        const further = { ...drag, to: place };
        setDrag(further);
        // Only now: what is captured at once keeps a click from what lies beneath.
        if (isDrag(further)) event.currentTarget.setPointerCapture(event.pointerId);
        if (!drag.moves) return;
        showSteps(span, moved(drag.startRange, whole, stepAt(drag.from) - step));
      },
      onPointerUp() {
        if (drag !== null && !drag.moves && isDrag(drag))
          showSteps(span, between(stepAt(drag.from), stepAt(drag.to), whole));
        end();
      },
      onPointerCancel: end,
      onPointerLeave: () => {
        point(null);
        end();
      },
      onDoubleClick: () => showSteps(span, null),
    },
  };
}
