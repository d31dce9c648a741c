import type { Rect, Viewport } from '@xyflow/react';
import type { LayerNode, Position } from '../../network/graph/document';
import { cardPlace, type Size } from './cardGeometry';

/** How the network lies on the map: px of the map = `scale` × px of the network + the offset. */
export interface MapView {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** Largest share of its size in which the map shows a network. */
const largestScale = 0.15;
/** Room around the cards, in px of the map. */
const padding = 11;

/** Fits all cards into a map, in the middle. */
export function mapFrame(layers: readonly LayerNode[], { width, height }: Size): MapView {
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { position } of layers) {
    const card = cardPlace(position);
    left = Math.min(left, card.x);
    top = Math.min(top, card.y);
    right = Math.max(right, card.x + card.width);
    bottom = Math.max(bottom, card.y + card.height);
  }
  if (layers.length === 0) return { scale: largestScale, x: padding, y: padding };
  const scale = Math.min(
    largestScale,
    (width - 2 * padding) / (right - left),
    (height - 2 * padding) / (bottom - top),
  );
  return { scale, x: (width - scale * (left + right)) / 2, y: (height - scale * (top + bottom)) / 2 };
}

/** The place on the map of what the canvas shows. */
export function viewOnMap(map: MapView, { x, y, zoom }: Viewport, { width, height }: Size): Rect {
  return {
    x: (-x / zoom) * map.scale + map.x,
    y: (-y / zoom) * map.scale + map.y,
    width: (width / zoom) * map.scale,
    height: (height / zoom) * map.scale,
  };
}

/** The point of the network under a point of the map. */
export function centreOn({ scale, x, y }: MapView, point: Position): Position {
  return { x: (point.x - x) / scale, y: (point.y - y) / scale };
}
