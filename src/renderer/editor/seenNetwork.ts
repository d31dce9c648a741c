import { blockEnds } from '../../network/graph/blocks/blockEnds';
import { type BlockFrame, blockFrames } from '../../network/graph/blocks/blockFrames';
import { type BlockTree, blockTree } from '../../network/graph/blocks/blockTree';
import { type VisibleBlock, type VisibleEdge, visibleItems } from '../../network/graph/blocks/visibleItems';
import type { Block, LayerEdge, LayerNode, NetworkDocument } from '../../network/graph/document';
import { useEditor } from './editorStore';

/** A network as the canvas shows it. */
export interface SeenNetwork {
  /** Layers that are seen, and a stand-in of the kind `block` for each collapsed block. */
  readonly nodes: readonly LayerNode[];
  /** Connections between these: the document's, and one in place of all that join a block to another card. */
  readonly edges: readonly LayerEdge[];
  /** The document's connections that a seen one stands for. */
  edgesOf(edge: LayerEdge): readonly LayerEdge[];
  /** Collapsed blocks by the keys of their cards. */
  readonly blocks: ReadonlyMap<string, VisibleBlock>;
  /** Layers that are tags on cards, by the keys of these cards. */
  readonly tags: ReadonlyMap<string, readonly LayerNode[]>;
  readonly frames: readonly BlockFrame[];
  readonly tree: BlockTree;
  /** Key of the card that shows a layer. */
  cardOf(layer: string): string;
  /** The layers that a card stands for: one, whatever tags are on it, or all of a block. */
  layersOf(key: string): readonly string[];
  /**
   * The layer that a connection at a card starts from or leads to: itself, or the last of
   * the tags on its card, or the only one of a block where data leaves it or enters it; null where a block has several.
   */
  endOf(key: string, end: 'source' | 'target'): string | null;
}

/** Kind of the stand-ins: no layer has it. */
export const blockKind = 'block';

const known = new WeakMap<NetworkDocument, SeenNetwork>();

/** What is seen of a document; computed once for each, and equal parts are the same objects from one to the next. */
export function seenNetwork(document: NetworkDocument): SeenNetwork {
  const before = known.get(document);
  if (before !== undefined) return before;
  const seen = document.blocks.length === 0 && document.tagged !== true ? allSeen(document) : see(document);
  known.set(document, seen);
  return seen;
}

export function useSeenNetwork(): SeenNetwork {
  return useEditor(({ history }) => seenNetwork(history.document));
}

/** The layers that a card shows now: itself, or those of a collapsed block. */
export function layersShownBy(key: string): readonly string[] {
  return seenNetwork(useEditor.getState().history.document).layersOf(key);
}

function allSeen(document: NetworkDocument): SeenNetwork {
  return {
    nodes: document.nodes,
    edges: document.edges,
    edgesOf: (edge) => [edge],
    blocks: new Map(),
    tags: new Map(),
    frames: [],
    tree: blockTree(document),
    cardOf: (layer) => layer,
    layersOf: (key) => [key],
    endOf: (key) => key,
  };
}

function see(document: NetworkDocument): SeenNetwork {
  const tree = blockTree(document);
  const { items, edges, itemOf } = visibleItems(document, tree);
  const blocks = new Map(items.flatMap((item) => (item.type === 'block' ? [[item.key, item]] : [])));
  const tags = new Map(
    items.flatMap((item) =>
      item.type === 'layer' && item.tags.length > 0 ? [[item.key, item.tags] as const] : [],
    ),
  );
  const lines = edges.map((line) => [seenEdge(line), line.edges] as const);
  const stoodFor = new Map(lines);
  return {
    nodes: items.map((item) => (item.type === 'layer' ? item.layer : standIn(item.block, item.key))),
    edges: sameList(lines.map(([edge]) => edge)),
    edgesOf: (edge) => stoodFor.get(edge) ?? [edge],
    blocks,
    tags,
    frames: blockFrames(document, items, tree),
    tree,
    cardOf: (layer) => itemOf.get(layer) ?? layer,
    layersOf: (key) => blocks.get(key)?.layers.map(({ id }) => id) ?? [key],
    endOf: (key, end) => {
      const block = blocks.get(key);
      if (block !== undefined) return endOf(document, block, end);
      return end === 'source' ? (tags.get(key)?.at(-1)?.id ?? key) : key;
    },
  };
}

function endOf(document: NetworkDocument, { layers }: VisibleBlock, end: 'source' | 'target'): string | null {
  const ends = blockEnds(
    document,
    layers.map(({ id }) => id),
  );
  const [only, ...others] = end === 'source' ? ends.exits : ends.entries;
  return only === undefined || others.length > 0 ? null : only;
}

const standIns = new WeakMap<Block, LayerNode>();

function standIn(block: Block, key: string): LayerNode {
  const before = standIns.get(block);
  if (before !== undefined) return before;
  const node = { id: key, kind: blockKind, label: block.label, config: {}, position: block.position };
  standIns.set(block, node);
  return node;
}

const edgesByFirst = new WeakMap<LayerEdge, LayerEdge>();

/** A connection between cards: the document's own where both are layers. */
function seenEdge({ from, to, edges: [first] }: VisibleEdge): LayerEdge {
  if (first === undefined) return { from, to, input: 0 };
  if (first.from === from && first.to === to) return first;
  const before = edgesByFirst.get(first);
  if (before?.from === from && before.to === to) return before;
  const edge = { from, to, input: first.input };
  edgesByFirst.set(first, edge);
  return edge;
}

let last: readonly LayerEdge[] = [];

/** The list as before where it holds the same, so that ways of connections are not searched again. */
function sameList(edges: readonly LayerEdge[]): readonly LayerEdge[] {
  const same = edges.length === last.length && edges.every((edge, index) => edge === last[index]);
  if (!same) last = edges;
  return last;
}
