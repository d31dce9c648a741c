import type { LayerEdge, NetworkDocument, Position } from './document';
import { downstream, wire } from './wiring';

/** Sizes of the canvas in px at 100 % zoom: a card while building, and the distance from card to card. */
export const canvasGrid = {
  cardWidth: 136,
  cardHeight: 78,
  column: 160,
  row: 150,
  left: 40,
  top: 60,
} as const;

/** Positions of a chain that wraps like text: the n-th row holds `rowLengths[n]` cards, from left to right. */
export function layOutRows(rowLengths: readonly number[]): readonly Position[] {
  const { column, row, left, top } = canvasGrid;
  return rowLengths.flatMap((length, line) =>
    Array.from({ length }, (_, place) => ({ x: left + place * column, y: top + line * row })),
  );
}

/**
 * Where a layer that is put on an edge goes, and which cards behind it move right to make room: those in
 * its row that data reaches from the edge, each no further than it must.
 */
export function makeRoom(
  document: NetworkDocument,
  edge: LayerEdge,
  wanted: Position,
): { readonly position: Position; readonly moved: Readonly<Record<string, Position>> } {
  const { cardHeight, column } = canvasGrid;
  const wiring = wire(document);
  const before = wiring.nodes.get(edge.from)?.position;
  const inRow = (other: Position) => Math.abs(other.y - wanted.y) < cardHeight;
  const crowded = before !== undefined && inRow(before) && Math.abs(before.x - wanted.x) < column;
  const position = crowded ? { x: before.x + column, y: wanted.y } : wanted;

  const behind = downstream(wiring, [edge.to]);
  const row = document.nodes
    .filter((node) => behind.has(node.id) && inRow(node.position) && node.position.x > position.x - column)
    .sort((left, right) => left.position.x - right.position.x);
  const moved: Record<string, Position> = {};
  let free = position.x + column;
  for (const node of row) {
    if (node.position.x >= free) break;
    moved[node.id] = { x: free, y: node.position.y };
    free += column;
  }
  return { position, moved };
}
