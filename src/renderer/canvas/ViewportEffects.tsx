import { useNodesInitialized, useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { type RefObject, useDeferredValue, useEffect, useLayoutEffect, useRef } from 'react';
import { useEditor } from '../editor/editorStore';
import { seenNetwork } from '../editor/seenNetwork';
import { useTabs } from '../tabs/tabsStore';
import { useKeptView } from './keptView';
import { useAttention } from './useAttention';
import { useLayerInMotion } from './useLayerInMotion';
import { useViewCentre } from './viewCentre';
import { useViewMoves } from './viewMoves';
import {
  detailAt,
  hasNames,
  isCrowded,
  labelScale,
  manyLayers,
  readableView,
  relayoutMilliseconds,
  titleScale,
  wholeView,
} from './viewport';
import { useView } from './viewStore';

/** Keeps the view in step: labels at their size while zooming, the network fitted, a layer brought into view. */
export function ViewportEffects({ frame }: { frame: RefObject<HTMLElement | null> }) {
  useLabelSize(frame);
  useLayerInMotion(frame);
  useViewOfTab();
  useFitting();
  useSelectionZoom();
  useZoomRequests();
  useAttention();
  useCentre();
  return null;
}

function useLabelSize(frame: RefObject<HTMLElement | null>): void {
  const zoom = useStore((state) => state.transform[2]);
  const crowded = useEditor(({ history }) => isCrowded(zoom, seenNetwork(history.document).nodes.length));
  const framed = useEditor(({ history }) => seenNetwork(history.document).frames.length > 0);
  useEffect(() => useView.getState().crowd(crowded), [crowded]);
  useEffect(() => {
    const canvas = frame.current;
    if (canvas === null) return;
    canvas.dataset['detail'] = detailAt(zoom);
    canvas.dataset['names'] = String(hasNames(zoom, framed));
    canvas.style.setProperty('--label-scale', String(labelScale(zoom)));
    canvas.style.setProperty('--title-scale', String(titleScale(zoom)));
  }, [frame, zoom, framed]);
}

/** A tab that one comes back to is seen as it was left. */
function useViewOfTab(): void {
  const flow = useReactFlow();
  const { show } = useViewMoves();
  const tab = useTabs((state) => state.front);
  useLayoutEffect(() => {
    const { kept } = useKeptView.of(tab).getState();
    if (kept !== null && kept.project === useEditor.of(tab).getState().projectNumber) {
      useView.setState({ following: kept.following });
      void show(kept.viewport);
    }
    return () => {
      const project = useEditor.of(tab).getState().projectNumber;
      const { following } = useView.getState();
      useKeptView.of(tab).setState({ kept: { viewport: flow.getViewport(), following, project } });
    };
  }, [flow, show, tab]);
}

/**
 * Shows the whole network on request. Another project is brought into view as far as it can be read. As long as
 * nobody pans or zooms, the view then keeps to that while the room changes.
 */
function useFitting(): void {
  const flow = useReactFlow();
  const { show } = useViewMoves();
  const ready = useNodesInitialized();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  // As the cards do.
  const locked = useDeferredValue(useEditor((state) => state.structureLocked));
  const project = useEditor((state) => state.projectNumber);
  const tab = useTabs((state) => state.front);
  const fits = useView((state) => state.fits);

  const room = `${width} ${height} ${locked}`;
  const shown = useRef({ room: '', project: 0, tab, fits });
  useEffect(() => {
    const before = shown.current;
    if (!ready || width === 0) return;
    shown.current = { room, project, tab, fits };
    const known = useKeptView.of(tab).getState().kept?.project === project;
    if (before.project !== project && !known) useView.getState().follow();
    else if (before.project === project && before.fits === fits && before.room === room) return;
    const { following } = useView.getState();
    if (following === null) return;
    const view = following === 'whole' ? wholeView : readableView;
    const cards = flow.getNodes();
    // All labels of a large network would be laid out anew for each frame on the way.
    const jumps = before.project === 0 || before.tab !== tab || cards.length >= manyLayers;
    void show(view(flow.getNodesBounds(cards), { width, height }), jumps ? 0 : relayoutMilliseconds());
  }, [flow, show, ready, room, fits, project, tab, width, height]);
}

/** Shows the selected layers on request, as large as they can be. */
function useSelectionZoom(): void {
  const flow = useReactFlow();
  const { show } = useViewMoves();
  const store = useStoreApi();
  const zooms = useView((state) => state.selectionZooms);
  useEffect(() => {
    if (zooms === 0) return;
    const { selection, history } = useEditor.getState();
    if (selection.nodes.length === 0) return;
    const { width, height } = store.getState();
    const { cardOf } = seenNetwork(history.document);
    const view = wholeView(flow.getNodesBounds(selection.nodes.map(cardOf)), { width, height });
    void show(view, relayoutMilliseconds());
  }, [flow, show, store, zooms]);
}

/** Zooms on request. */
function useZoomRequests(): void {
  const flow = useReactFlow();
  const { zoomTo } = useViewMoves();
  const zoom = useView((state) => state.zoom);
  useEffect(() => {
    if (zoom === null) return;
    const level = zoom.by === 'whole' ? 1 : flow.getZoom() * zoom.by;
    void zoomTo(level, Math.min(140, relayoutMilliseconds()));
  }, [flow, zoomTo, zoom]);
}

/** Lets others know what lies in the middle of the view. */
function useCentre(): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    const centre = () => {
      const { width, height } = store.getState();
      const { x, y, zoom } = flow.getViewport();
      return { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom };
    };
    useViewCentre.setState({ centre });
  }, [flow, store]);
}
