import { analyse } from '../../../../src/network/analysis/analyse';
import { blockFrames } from '../../../../src/network/graph/blocks/blockFrames';
import { type BlockTree, blockTree } from '../../../../src/network/graph/blocks/blockTree';
import { visibleItems } from '../../../../src/network/graph/blocks/visibleItems';
import type { LayerEdge, LayerNode, NetworkDocument } from '../../../../src/network/graph/document';
import { applyEdit } from '../../../../src/network/graph/edits';
import type { Box } from '../../../../src/network/graph/routing/box';
import { tidyLayout } from '../../../../src/network/graph/tidy/tidyLayout';
import { cardSize, drawnPosition } from '../../../../src/renderer/canvas/cardGeometry';
import { createDrawnEdges, type DrawnEdges } from '../../../../src/renderer/canvas/drawnEdges';
import { pathPoints } from './pathPoints';

export function tidied(document: NetworkDocument): NetworkDocument {
  return applyEdit(document, tidyLayout(document, analyse(document))).document;
}

/** The cards of a network as the canvas draws them: layers, and collapsed blocks in place of what is in them. */
function nodesOf(document: NetworkDocument): readonly LayerNode[] {
  return visibleItems(document).items.map((item) =>
    item.type === 'layer'
      ? item.layer
      : { id: item.key, kind: 'block', label: item.block.label, config: {}, position: item.position },
  );
}

export function cardsOf(document: NetworkDocument, compact = false): ReadonlyMap<string, Box> {
  return new Map(
    nodesOf(document).map(({ id, kind, position }) => {
      const size = cardSize(kind, compact);
      return [id, { ...drawnPosition(position, size), ...size }];
    }),
  );
}

/** The edges of a network as the canvas draws them. */
export function edgesOf(document: NetworkDocument, compact = false): DrawnEdges {
  const edges = visibleItems(document).edges.map(({ from, to, edges: all }) => ({
    from,
    to,
    input: Math.min(...all.map(({ input }) => input)),
  }));
  return createDrawnEdges()(nodesOf(document), edges, compact, blockFrames(document));
}

/** Pairs of cards and frames that stand on one another, but for frames around cards and around other frames. */
export function overlaps(document: NetworkDocument): readonly string[] {
  const tree = blockTree(document);
  const boxes = [...cardsOf(document)].map(([id, box]) => ({
    id,
    box,
    around: aroundCard(document, tree, id),
  }));
  for (const { block, ...box } of blockFrames(document))
    boxes.push({
      id: `frame ${block.id}`,
      box,
      around: tree.around(block.parent).map(({ id }) => `frame ${id}`),
    });
  boxes.sort((left, right) => left.box.x - right.box.x);
  return boxes.flatMap(({ id, box, around }, index) => {
    const found: string[] = [];
    for (const other of boxes.slice(index + 1)) {
      if (other.box.x >= box.x + box.width) break;
      const beside = other.box.y >= box.y + box.height || box.y >= other.box.y + other.box.height;
      if (!beside && !around.includes(other.id) && !other.around.includes(id))
        found.push(`${id} and ${other.id}`);
    }
    return found;
  });
}

function aroundCard({ nodes }: NetworkDocument, tree: BlockTree, key: string): readonly string[] {
  const block = tree.blocks.get(key.replace(/^block:/, ''));
  const inner = key.startsWith('block:') ? block?.parent : nodes.find(({ id }) => id === key)?.block;
  return tree.around(inner).map(({ id }) => `frame ${id}`);
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
