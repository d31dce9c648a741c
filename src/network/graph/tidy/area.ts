import type { Box, Point } from '../routing/box';

/** Where a card stands within an area: its left edge, its width, and the height of the line that it stands on. */
export interface Place {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Items placed beside one another, measured from where data enters: the left end of the area's line. Px. */
export interface Area {
  readonly width: number;
  /** Room above and below the line. */
  readonly up: number;
  readonly down: number;
  readonly places: readonly Place[];
  /** The frames of open blocks. */
  readonly frames: readonly Box[];
}

export const emptyArea: Area = { width: 0, up: 0, down: 0, places: [], frames: [] };

/** Distance of two cards of a row. */
export const columnGap = 24;
/** Distance of two branches above one another: a card's name, and a lane for connections. */
export const branchGap = 42;
/** All positions are multiples of this. */
export const gridStep = 10;

/** Both areas as one, the second moved. */
export function joined(first: Area, second: Area, x: number, y: number): Area {
  return {
    width: Math.max(first.width, x + second.width),
    up: Math.max(first.up, second.up - y),
    down: Math.max(first.down, second.down + y),
    places: first.places.concat(moved(second.places, x, y)),
    frames: first.frames.concat(moved(second.frames, x, y)),
  };
}

export function moved<Item extends Point>(
  items: readonly Item[],
  right: number,
  down: number,
): readonly Item[] {
  return items.map((item) => ({ ...item, x: item.x + right, y: item.y + down }));
}

/** The next multiple of the grid's step. */
export function onGrid(length: number): number {
  return Math.ceil(length / gridStep) * gridStep;
}
