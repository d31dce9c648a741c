import { visibleItems } from './blocks/visibleItems';
import type { LayerEdge, NetworkDocument, Position } from './document';
import { canvasGrid } from './layout';
import { downstream, wire } from './wiring';

/**
 * Where a layer that is put on an edge goes, and which cards behind it move right to make room: those in
 * its row that data reaches from the edge, each no further than it must; by their keys.
 */
export function makeRoom(
  document: NetworkDocument,
  edge: LayerEdge,
  wanted: Position,
): { readonly position: Position; readonly moved: Readonly<Record<string, Position>> } {
  const { cardHeight, column } = canvasGrid;
  const wiring = wire(document);
  const { items, itemOf } = visibleItems(document);
  const before = items.find(({ key }) => key === itemOf.get(edge.from))?.position;
  const inRow = (other: Position) => Math.abs(other.y - wanted.y) < cardHeight;
  const crowded = before !== undefined && inRow(before) && Math.abs(before.x - wanted.x) < column;
  const position = crowded ? { x: before.x + column, y: wanted.y } : wanted;

  const behind = new Set([...downstream(wiring, [edge.to])].map((id) => itemOf.get(id)));
  const row = items
    .filter((item) => behind.has(item.key) && inRow(item.position) && item.position.x > position.x - column)
    .sort((left, right) => left.position.x - right.position.x);
  const moved: Record<string, Position> = {};
  let free = position.x + column;
  for (const item of row) {
    if (item.position.x >= free) break;
    moved[item.key] = { x: free, y: item.position.y };
    free += column;
  }
  return { position, moved };
}
