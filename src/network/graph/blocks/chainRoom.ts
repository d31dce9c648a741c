import type { Block, NetworkDocument, Position } from '../document';
import type { Change } from '../edits';
import { canvasGrid } from '../layout';
import { blockFrames } from './blockFrames';
import { moveItems } from './moveItems';
import { blockKey, itemsWithin, visibleItems } from './visibleItems';

/** Where the copies of a chain go: so many px to the right of one another, and what moves right for them. */
export interface ChainRoom {
  readonly step: number;
  readonly changes: readonly Change[];
}

/** Makes room for copies of a block in a row behind it. */
export function roomForChain(document: NetworkDocument, block: Block, copies: number): ChainRoom {
  const { items } = visibleItems(document);
  const box = items.find(({ key }) => key === blockKey(block.id)) ?? null;
  const frame = blockFrames(document).find((other) => other.block.id === block.id);
  const place = box === null ? frame : { ...box.position, width: box.width, height: box.height };
  if (place === undefined) return { step: canvasGrid.column, changes: [] };
  const step = box === null ? place.width + canvasGrid.column - canvasGrid.cardWidth : canvasGrid.column;
  const own = new Set(itemsWithin(document, block.id).map(({ key }) => key));
  const moved = items.flatMap(({ key, position: { x, y }, height }): [string, Position][] => {
    const behind = x >= place.x + place.width && y < place.y + place.height && y + height > place.y;
    return behind && !own.has(key) && key !== box?.key ? [[key, { x: x + step * copies, y }]] : [];
  });
  return { step, changes: moveItems(document, Object.fromEntries(moved)) };
}
