import type { LayerNode, NetworkDocument } from '../../network/graph/document';

/** Cards and the connections between them. */
type Drawn = Pick<NetworkDocument, 'nodes' | 'edges'>;

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The layer that an arrow key leads to. Right and left follow the edges, forwards and backwards, to the
 * nearest layer in the same row where there is a choice; up and down go to the nearest layer above or below.
 */
export function neighbour(document: Drawn, id: string, direction: Direction): string | null {
  const here = document.nodes.find((node) => node.id === id);
  if (here === undefined) return null;
  const candidates = document.nodes.filter((node) => leadsTo(document, here, node, direction));
  const [nearest] = candidates.toSorted((left, right) => distance(here, left) - distance(here, right));
  return nearest?.id ?? null;
}

function leadsTo(document: Drawn, here: LayerNode, node: LayerNode, direction: Direction): boolean {
  switch (direction) {
    case 'right':
      return document.edges.some((edge) => edge.from === here.id && edge.to === node.id);
    case 'left':
      return document.edges.some((edge) => edge.to === here.id && edge.from === node.id);
    case 'down':
      return node.position.y > here.position.y;
    case 'up':
      return node.position.y < here.position.y;
  }
}

/** Rows weigh more than columns: the next row comes before a layer further along. */
function distance(here: LayerNode, node: LayerNode): number {
  return Math.abs(node.position.x - here.position.x) + 4 * Math.abs(node.position.y - here.position.y);
}
