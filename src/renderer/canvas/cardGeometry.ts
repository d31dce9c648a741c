import type { Position } from '../../network/graph/document';
import { canvasGrid, sumCircle } from '../../network/graph/layout';
import { onGrid } from './snapping/grid';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const building: Size = { width: canvasGrid.cardWidth, height: canvasGrid.cardHeight };
/** Smaller cards leave more of the edges in view, which are the chart while training. */
const training: Size = { width: 115, height: 66 };
const addCircle: Size = { width: sumCircle, height: sumCircle };

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

/** The place that a layer takes up, whatever it is drawn as. */
export function cardPlace(position: Position): Position & Size {
  return { ...position, ...building };
}

/** Position of a card whose middle is at this point, on the grid. */
export function positionAround(middle: Position): Position {
  return onGrid({ x: middle.x - building.width / 2, y: middle.y - building.height / 2 });
}

/** Position of a card that has its port of the other type at this point: behind a source, in front of a target. */
export function positionBeside({ x, y }: Position, start: 'source' | 'target'): Position {
  return onGrid({ x: start === 'source' ? x : x - building.width, y: y - building.height / 2 });
}

function inset(size: Size): Position {
  return { x: (building.width - size.width) / 2, y: (building.height - size.height) / 2 };
}
