import { Panel, useReactFlow, useStore } from '@xyflow/react';
import {
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  type WheelEvent,
} from 'react';
import { useEditor } from '../editor/editorStore';
import { useSeenNetwork } from '../editor/seenNetwork';
import { t } from '../language/t';
import { useTheme } from '../theme/themeStore';
import { useRun } from '../training/runStore';
import { useColourBy } from './colourBy';
import { centreOn, type MapView, mapFrame, viewOnMap } from './mapGeometry';
import styles from './NetworkMap.module.css';
import { paintMap } from './paintMap';
import { useViewMoves } from './viewMoves';
import { zoomLimits } from './viewport';
import { useView } from './viewStore';

/**
 * The whole network in small, with the part in view; drag to move over it, turn the wheel to zoom. It is painted on one
 * canvas, and only where the network or its colours change: React Flow's own map holds an element for each layer, and
 * is drawn anew with each move of the view.
 */
export function NetworkMap({ narrow }: { narrow: boolean }) {
  const size = narrow ? narrowSize : wideSize;
  const { nodes } = useSeenNetwork();
  const frame = useMemo(() => mapFrame(nodes, size), [nodes, size]);
  const canvas = useRef<HTMLCanvasElement>(null);
  usePainting(canvas, frame);
  const moving = useMoving(frame);
  return (
    <Panel position="bottom-right" className={styles['place'] ?? ''}>
      <div className={styles['map']} style={size} {...moving}>
        <canvas ref={canvas} role="img" aria-label={t`Map of the network`} />
        <ViewFrame frame={frame} />
      </div>
    </Panel>
  );
}

const wideSize = { width: 138, height: 80 };
const narrowSize = { width: 112, height: 65 };

/** Milliseconds between two paints of the map, which no input waits for. */
const betweenPaints = 100;

/** Paints what the map shows, ten times a second at most. */
function usePainting(canvas: RefObject<HTMLCanvasElement | null>, frame: MapView): void {
  const analysis = useEditor((state) => state.analysis);
  const { nodes } = useSeenNetwork();
  const colourBy = useColourBy((state) => state.colourBy);
  const theme = useTheme((state) => state.theme);
  // What is measured moves with each measured step of the run, and with scrubbing.
  const run = useRun((state) => (colourBy === 'category' ? null : state.run));
  const sample = useRun((state) => (colourBy === 'category' ? 0 : (state.run?.log.length ?? 0)));
  const scrubbed = useRun((state) => (colourBy === 'category' ? null : state.scrubbedStep));
  const shown = useMemo(
    () => ({ nodes, analysis, colourBy, theme, run, sample, scrubbed }),
    [nodes, analysis, colourBy, theme, run, sample, scrubbed],
  );
  const latest = useRef({ frame, shown });
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = { frame, shown };
    waiting.current ??= setTimeout(() => {
      waiting.current = undefined;
      if (canvas.current !== null) paintMap(canvas.current, latest.current.frame, latest.current.shown);
    }, betweenPaints);
  }, [canvas, frame, shown]);
  useEffect(
    () => () => {
      clearTimeout(waiting.current);
      waiting.current = undefined;
    },
    [],
  );
}

/** The part of the network that the canvas shows. */
function ViewFrame({ frame }: { frame: MapView }) {
  const [x, y, zoom] = useStore((state) => state.transform);
  const wide = useStore((state) => state.width);
  const high = useStore((state) => state.height);
  const view = viewOnMap(frame, { x, y, zoom }, { width: wide, height: high });
  // Not by a transform: each change of one makes the browser divide the page into layers anew.
  const { x: left, y: top, width, height } = view;
  return <div className={styles['view']} style={{ left, top, width, height }} />;
}

/** Moves and zooms the canvas from the map. */
function useMoving(frame: MapView) {
  const flow = useReactFlow();
  const { centre, zoomTo } = useViewMoves();
  const go = useCallback(
    (event: PointerEvent<HTMLDivElement>) => {
      const box = event.currentTarget.getBoundingClientRect();
      const { x, y } = centreOn(frame, { x: event.clientX - box.left, y: event.clientY - box.top });
      useView.getState().leave();
      void centre(x, y, flow.getZoom());
    },
    [flow, centre, frame],
  );
  return useMemo(
    () => ({
      onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      },
      onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
        if (event.buttons !== 0) go(event);
      },
      onWheel: (event: WheelEvent) => {
        const zoom = flow.getZoom() * 2 ** (-event.deltaY / 400);
        useView.getState().leave();
        void zoomTo(Math.min(zoomLimits.maxZoom, Math.max(zoomLimits.minZoom, zoom)));
      },
    }),
    [flow, zoomTo, go],
  );
}
