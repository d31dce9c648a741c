import type { Position } from '../../network/graph/document';
import { canvasGrid, sumCircle } from '../../network/graph/layout';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const building: Size = { width: canvasGrid.cardWidth, height: canvasGrid.cardHeight };
/** Smaller cards leave more of the edges in view, which are the chart while training. */
const training: Size = { width: 115, height: 66 };
const addCircle: Size = { width: sumCircle, height: sumCircle };

/** Layers come to rest on multiples of this, in px at 100 % zoom. */
export const snapDistance = 10;

/** Size in which a layer is drawn, in px at 100 % zoom. */
export function cardSize(kind: string, compact: boolean): Size {
  if (kind === 'add') return addCircle;
  return compact ? training : building;
}

/** Top left corner of what is drawn: smaller forms stand in the middle of the full card's place. */
export function drawnPosition(position: Position, size: Size): Position {
  const { x, y } = inset(size);
  return { x: position.x + x, y: position.y + y };
}

/** The layer's position for a drawn corner, snapped to the grid. */
export function layerPosition(drawn: Position, size: Size): Position {
  const { x, y } = inset(size);
  return snapped({ x: drawn.x - x, y: drawn.y - y });
}

/** The place that a layer takes up, whatever it is drawn as. */
export function cardPlace(position: Position): Position & Size {
  return { ...position, ...building };
}

/** Position of a card whose middle is at this point, snapped to the grid. */
export function positionAround(middle: Position): Position {
  return snapped({ x: middle.x - building.width / 2, y: middle.y - building.height / 2 });
}

/** Position of a card that has its port of the other type at this point: behind a source, in front of a target. */
export function positionBeside({ x, y }: Position, start: 'source' | 'target'): Position {
  return snapped({ x: start === 'source' ? x : x - building.width, y: y - building.height / 2 });
}

/** The nearest point of the grid. */
export function snapped({ x, y }: Position): Position {
  return { x: snap(x), y: snap(y) };
}

function snap(coordinate: number): number {
  return Math.round(coordinate / snapDistance) * snapDistance;
}

function inset(size: Size): Position {
  return { x: (building.width - size.width) / 2, y: (building.height - size.height) / 2 };
}
