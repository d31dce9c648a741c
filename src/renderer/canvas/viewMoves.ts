import { useReactFlow, useStoreApi, type Viewport } from '@xyflow/react';
import { useMemo } from 'react';

/** The element that shows the network; its size in px on the screen is 0 while something else stands in its place. */
export type Pane = Pick<HTMLElement, 'clientWidth' | 'clientHeight'>;

/** All moves of the view that take time, and those beside them. Each is done at once without milliseconds. */
export function useViewMoves() {
  const flow = useReactFlow();
  const store = useStoreApi();
  return useMemo(() => {
    const within = (milliseconds: number) => pace(store.getState().domNode, milliseconds);
    return {
      show: (view: Viewport, milliseconds = 0) => flow.setViewport(view, within(milliseconds)),
      centre: (x: number, y: number, zoom: number, milliseconds = 0) =>
        flow.setCenter(x, y, { zoom, ...within(milliseconds) }),
      zoomTo: (zoom: number, milliseconds = 0) => flow.zoomTo(zoom, within(milliseconds)),
    };
  }, [flow, store]);
}

/**
 * How a move is made in a pane. One without a size has no way from one view to another: the widths that d3 interpolates
 * between are 0 there, and each view on the way is NaN. So it is where it leads at once, or as soon as the pane has gone.
 */
export function pace(pane: Pane | null, milliseconds: number) {
  let lost = false;
  const ease = (time: number) => {
    lost ||= !hasSize(pane);
    return lost ? 1 : slowAtBothEnds(time);
  };
  return { duration: hasSize(pane) ? milliseconds : 0, ease };
}

function hasSize(pane: Pane | null): boolean {
  return pane !== null && pane.clientWidth > 0 && pane.clientHeight > 0;
}

/** Cubic, as React Flow's own. */
function slowAtBothEnds(time: number): number {
  return time < 0.5 ? 4 * time ** 3 : 1 - 4 * (1 - time) ** 3;
}
