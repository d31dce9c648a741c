import type { Block, LayerEdge, LayerNode, NetworkDocument, Position } from '../document';
import { canvasGrid } from '../layout';
import { type BlockTree, blockTree } from './blockTree';

/** What the canvas draws as one card: a layer outside of collapsed blocks, or an outermost collapsed block. */
export type VisibleItem = VisibleLayer | VisibleBlock;

interface Card {
  /** Unique among the items: a layer's id, or blockKey of a block. */
  readonly key: string;
  readonly position: Position;
  /** Size of the place that the card takes up, in px at 100 % zoom. */
  readonly width: number;
  readonly height: number;
}

export interface VisibleLayer extends Card {
  readonly type: 'layer';
  readonly layer: LayerNode;
}

export interface VisibleBlock extends Card {
  readonly type: 'block';
  readonly block: Block;
  /** All layers that the card stands for, in document order. */
  readonly layers: readonly LayerNode[];
}

/** A connection between two cards: one line, whatever number of edges it stands for. */
export interface VisibleEdge {
  readonly from: string;
  readonly to: string;
  /** One edge where both ends are layers; at least one where either is a collapsed block. */
  readonly edges: readonly LayerEdge[];
}

export interface VisibleItems {
  /** In document order; a block stands where its first layer does. */
  readonly items: readonly VisibleItem[];
  /** Edges between different items, in document order. */
  readonly edges: readonly VisibleEdge[];
  /** Key of the item that shows a layer, by the layer's id. */
  readonly itemOf: ReadonlyMap<string, string>;
}

/** Key of a block's card: layer ids can't hold ":", so that this is unique. */
export function blockKey(id: string): string {
  return `block:${id}`;
}

export function isBlockKey(key: string): boolean {
  return key.startsWith('block:');
}

/** What is seen of a network: layers outside of collapsed blocks, collapsed blocks, and what connects them. */
export function visibleItems(document: NetworkDocument, tree: BlockTree = blockTree(document)): VisibleItems {
  const itemOf = new Map<string, string>();
  const items: VisibleItem[] = [];
  const size = { width: canvasGrid.cardWidth, height: canvasGrid.cardHeight };
  const shown = new Set<string>();
  for (const layer of document.nodes) {
    const block = collapsedAround(tree, layer);
    const key = block === null ? layer.id : blockKey(block.id);
    itemOf.set(layer.id, key);
    if (shown.has(key)) continue;
    shown.add(key);
    if (block === null) items.push({ type: 'layer', key, layer, position: layer.position, ...size });
    else
      items.push({
        type: 'block',
        key,
        block,
        layers: tree.layers(block.id),
        position: block.position,
        ...size,
      });
  }
  return { items, edges: visibleEdges(document.edges, itemOf), itemOf };
}

/** The outermost collapsed block that hides a layer, or null where the layer is seen. */
export function collapsedAround(tree: BlockTree, { block }: LayerNode): Block | null {
  return tree.around(block).findLast(({ collapsed }) => collapsed) ?? null;
}

function visibleEdges(
  edges: readonly LayerEdge[],
  itemOf: ReadonlyMap<string, string>,
): readonly VisibleEdge[] {
  const lines = new Map<string, { from: string; to: string; edges: LayerEdge[] }>();
  for (const edge of edges) {
    const [from, to] = [itemOf.get(edge.from), itemOf.get(edge.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const line = from === edge.from && to === edge.to ? `${from}>${to}>${edge.input}` : `${from}>${to}`;
    const known = lines.get(line);
    if (known === undefined) lines.set(line, { from, to, edges: [edge] });
    else known.edges.push(edge);
  }
  return [...lines.values()];
}

/** What is seen inside an open block: its cards, and those of the open blocks in it. */
export function itemsWithin(
  document: NetworkDocument,
  id: string,
  tree: BlockTree = blockTree(document),
): readonly VisibleItem[] {
  return visibleItems(document, tree).items.filter((item) => {
    const around = tree.around(item.type === 'layer' ? item.layer.block : item.block.parent);
    return around.some((block) => block.id === id);
  });
}
