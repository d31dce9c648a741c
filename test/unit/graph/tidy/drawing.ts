import { analyse } from '../../../../src/network/analysis/analyse';
import type { LayerEdge, NetworkDocument } from '../../../../src/network/graph/document';
import { applyEdit } from '../../../../src/network/graph/edits';
import type { Box } from '../../../../src/network/graph/routing/box';
import { tidyLayout } from '../../../../src/network/graph/tidy/tidyLayout';
import { cardSize, drawnPosition } from '../../../../src/renderer/canvas/cardGeometry';
import { createDrawnEdges, type DrawnEdges } from '../../../../src/renderer/canvas/drawnEdges';
import { pathPoints } from './pathPoints';

export function tidied(document: NetworkDocument): NetworkDocument {
  return applyEdit(document, tidyLayout(document, analyse(document))).document;
}

/** The cards of a network as the canvas draws them. */
export function cardsOf({ nodes }: NetworkDocument, compact = false): ReadonlyMap<string, Box> {
  return new Map(
    nodes.map(({ id, kind, position }) => {
      const size = cardSize(kind, compact);
      return [id, { ...drawnPosition(position, size), ...size }];
    }),
  );
}

/** The edges of a network as the canvas draws them. */
export function edgesOf({ nodes, edges }: NetworkDocument, compact = false): DrawnEdges {
  return createDrawnEdges()(nodes, edges, compact);
}

/** Pairs of cards that stand on one another. */
export function overlaps(document: NetworkDocument): readonly string[] {
  const cards = [...cardsOf(document)].sort(([, left], [, right]) => left.x - right.x);
  return cards.flatMap(([id, box], index) => {
    const found: string[] = [];
    for (const [other, { x, y, height }] of cards.slice(index + 1)) {
      if (x >= box.x + box.width) break;
      if (y < box.y + box.height && box.y < y + height) found.push(`${id} and ${other}`);
    }
    return found;
  });
}

/** Each connection that passes a card, and the card: sampled on the path that is drawn. */
export function crossings(document: NetworkDocument, compact = false): readonly string[] {
  const cards = [...cardsOf(document, compact)];
  return [...edgesOf(document, compact)].flatMap(([edge, { path }]) => {
    const points = pathPoints(path);
    return cards
      .filter(([, box]) =>
        points.some(({ x, y }) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height),
      )
      .map(([id]) => `${name(edge)} passes ${id}`);
  });
}

function name({ from, to, input }: LayerEdge): string {
  return `${from} > ${to} (${input})`;
}
