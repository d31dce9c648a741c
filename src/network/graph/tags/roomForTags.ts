import type { LayerEdge, LayerNode } from '../document';
import { canvasGrid } from '../layout';
import { layersOnCards } from './layersOnCards';
import { placeOfTag } from './placeOfTag';

/**
 * Layers that were tags, each in the place of a card of its own: behind the card that it stood on, and what comes behind
 * it in that row makes room. Layers that stand elsewhere than tags do had cards, and stay.
 */
export function roomForTags(nodes: readonly LayerNode[], edges: readonly LayerEdge[]): readonly LayerNode[] {
  const cards = new Map(nodes.map((node) => [node.id, node]));
  const places = new Map(nodes.map(({ id, position }) => [id, position]));
  const numbers = new Map<string, number>();
  for (const [tag, on] of layersOnCards({ nodes, edges, tagged: true })) {
    const [layer, card] = [cards.get(tag), cards.get(on)];
    if (layer === undefined || card === undefined) continue;
    const number = numbers.get(on) ?? 0;
    const { x, y } = placeOfTag(card.position, number);
    if (layer.position.x !== x || layer.position.y !== y) continue;
    numbers.set(on, number + 1);
    const start = places.get(on) ?? card.position;
    const place = { x: start.x + (number + 1) * canvasGrid.column, y: start.y };
    const behind = [...places].filter(
      ([id, other]) => id !== tag && other.y === place.y && other.x > start.x + number * canvasGrid.column,
    );
    // What comes behind a sum stands nearer to it than a card's place.
    const nearest = Math.min(...behind.map(([, other]) => other.x));
    const shift = Math.max(canvasGrid.column, place.x + canvasGrid.column - nearest);
    for (const [id, other] of behind) places.set(id, { x: other.x + shift, y: other.y });
    places.set(tag, place);
  }
  return nodes.map((node) => ({ ...node, position: places.get(node.id) ?? node.position }));
}
