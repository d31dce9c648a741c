import { getViewportForBounds, type Rect, type Viewport } from '@xyflow/react';
import { isMotionReduced } from '../settings/reducedMotion';
import { isLow, isShallow, isSlim } from './canvasRoom';

interface Frame {
  /** Size of the canvas in px on the screen. */
  readonly width: number;
  readonly height: number;
}

/** Below this cards have no room for all that matters on them. */
const smallestReadable = 0.62;

/** Cards are written on down to this zoom, and what is written keeps its 11 px on the screen. */
const smallestWritten = 0.5;

/** The zoom at which a network is read that doesn't fit into the canvas: titles have room, also on a run's cards. */
export const readingZoom = 0.7;

/** The view of all cards, never enlarged beyond 100 %, clear of the controls at the edges. */
export function wholeView(bounds: Rect, { width, height }: Frame): Viewport {
  if (bounds.width === 0) return startView;
  const fitIn = (around: Margins) =>
    getViewportForBounds(bounds, width, height, zoomLimits.minZoom, 1, around);
  const around = marginsIn({ width, height });
  const view = fitIn(around);
  if (isShallow({ width, height }) && !isSlim({ width, height })) {
    const between = fitIn(betweenControls);
    if (between.zoom >= view.zoom) return between;
  }
  if (detailAt(view.zoom) !== 'tile') return view;
  return fitIn({ ...around, top: hasLineAbove(view.zoom) ? aboveNamedTiles : aboveTiles });
}

/** The view of all cards where their labels can be read in it; otherwise of the network's beginning. */
export function readableView(bounds: Rect, frame: Frame): Viewport {
  const whole = wholeView(bounds, frame);
  if (whole.zoom >= smallestReadable) return whole;
  const { top, left } = margins;
  return {
    x: Number.parseInt(left, 10) - bounds.x * readingZoom,
    y: Number.parseInt(top, 10) - bounds.y * readingZoom,
    zoom: readingZoom,
  };
}

/** The view of an empty canvas: the place of a first layer at its top left corner. */
const startView: Viewport = { x: 0, y: 20, zoom: 1 };

/** Whether a card lies within the canvas, given its place at 100 % zoom. */
export function isInView(
  card: Rect,
  { x, y, zoom }: Viewport,
  { width, height }: Pick<Frame, 'width' | 'height'>,
): boolean {
  const [left, top] = [card.x * zoom + x, card.y * zoom + y];
  return left >= 0 && top >= 0 && left + card.width * zoom <= width && top + card.height * zoom <= height;
}

/**
 * Around the cards: above them their names and the choice of colours, below them legend, zoom and map, of which
 * the map is the highest.
 */
const margins: Margins = { top: '68px', bottom: '100px', left: '26px', right: '26px' };
/** The same in a canvas without a map. */
const lowMargins: Margins = { ...margins, bottom: '94px' };

/** The same in a canvas without a legend: above the zoom alone. */
const shallowMargins: Margins = { ...margins, bottom: '56px' };

/** The same beside those controls in their smallest forms, beneath a mark and a name: most networks have more room there. */
const betweenControls: Margins = { top: '50px', bottom: '14px', left: '158px', right: '130px' };

function marginsIn(frame: Frame): Margins {
  if (isShallow(frame)) return shallowMargins;
  return isLow(frame) ? lowMargins : margins;
}

type Margins = Readonly<Record<'top' | 'bottom' | 'left' | 'right', `${number}px`>>;

/** Above tiles stands the mark of a fault, which is not to lie under the choice of colours. */
const aboveTiles = '74px';
const aboveNamedTiles = '86px';

export const zoomLimits = { minZoom: 0.05, maxZoom: 2 } as const;

/**
 * How much of a card is written out at a zoom: everything, no parameters on the smaller cards, no parameters
 * and few tags, title and shape alone, or nothing but colour.
 */
type Detail = 'full' | 'snug' | 'tight' | 'brief' | 'tile';

/** Layers from which on only what is in view is drawn, and tiles in their simplest form. */
export const manyLayers = 150;

/** Whether a network of so many layers is drawn in its simplest form at a zoom. */
export function isCrowded(zoom: number, layers: number): boolean {
  return layers >= manyLayers && detailAt(zoom) === 'tile';
}

export function detailAt(zoom: number): Detail {
  if (zoom < smallestWritten) return 'tile';
  if (zoom < smallestReadable) return 'brief';
  if (zoom < 0.74) return 'tight';
  return zoom < 0.92 ? 'snug' : 'full';
}

/** Whether there is room for a line of words above cards that are nothing but colour. */
export function hasLineAbove(zoom: number): boolean {
  return zoom >= 0.4;
}

/** Whether names stand above cards; of tiles in frames, the titles of these do. */
export function hasNames(zoom: number, framed: boolean): boolean {
  return hasLineAbove(zoom) && !(framed && detailAt(zoom) === 'tile');
}

/** Factor on the size of labels that keeps them at their size on the screen while the canvas shrinks. */
export function labelScale(zoom: number): number {
  return Math.min(1 / Math.min(zoom, 1), 1 / smallestWritten);
}

/** The same for titles of frames and names of tiles, which have room for it; in steps, since each is laid out anew. */
export function titleScale(zoom: number): number {
  return Math.min(Math.ceil(2 / Math.min(zoom, 1)) / 2, 3.5);
}

/** None for people who asked for less motion. */
export function relayoutMilliseconds(): number {
  return isMotionReduced() ? 0 : 420;
}
