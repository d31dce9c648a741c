import type { LayerEdge, Position } from '../document';
import { canvasGrid } from '../layout';
import type { Wiring } from '../wiring';

/** Where an Add comes to stand on a connection: halfway between the cards, or behind the last of a line that wraps. */
export function placeOfAdd(wiring: Wiring, { from, to }: LayerEdge): Position {
  const [before, behind] = [wiring.nodes.get(from)?.position, wiring.nodes.get(to)?.position];
  if (before === undefined || behind === undefined) return { x: 0, y: 0 };
  const { cardHeight, column } = canvasGrid;
  if (Math.abs(before.y - behind.y) > cardHeight) return { x: before.x + column, y: before.y };
  return { x: Math.round((before.x + behind.x) / 2), y: before.y };
}
