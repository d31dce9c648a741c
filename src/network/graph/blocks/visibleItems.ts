import type { Block, LayerEdge, LayerNode, NetworkDocument, Position } from '../document';
import { canvasGrid } from '../layout';
import { type LayersOnCards, layersOnCards } from '../tags/layersOnCards';
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
  /** Normalisations and activations behind it that are drawn as tags on its card, in their order. */
  readonly tags: readonly LayerNode[];
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
  const onCards = layersOnCards(document);
  const tags = tagsOf(document, onCards);
  for (const layer of document.nodes) {
    const block = collapsedAround(tree, layer);
    const key = block === null ? (onCards.get(layer.id) ?? layer.id) : blockKey(block.id);
    itemOf.set(layer.id, key);
    if (shown.has(key) || (block === null && key !== layer.id)) continue;
    shown.add(key);
    if (block === null)
      items.push({
        type: 'layer',
        key,
        layer,
        tags: tags.get(key) ?? noTags,
        position: layer.position,
        ...size,
      });
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

const noTags: readonly LayerNode[] = [];

/** In the order in which data goes through them, which is that of their hosts' chains. */
function tagsOf(
  document: NetworkDocument,
  onCards: LayersOnCards,
): ReadonlyMap<string, readonly LayerNode[]> {
  if (onCards.size === 0) return new Map();
  const layers = new Map(document.nodes.map((node) => [node.id, node]));
  const tags = new Map<string, LayerNode[]>();
  for (const [id, host] of onCards) {
    const layer = layers.get(id);
    if (layer === undefined) continue;
    const filed = tags.get(host);
    if (filed === undefined) tags.set(host, [layer]);
    else filed.push(layer);
  }
  return tags;
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
