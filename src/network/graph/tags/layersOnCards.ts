import { findLayerKind } from '../../layers/registry';
import type { LayerNode, NetworkDocument } from '../document';
import { wire } from '../wiring';

/** What each layer that is a tag stands on: its card's layer by its own id. */
export type LayersOnCards = ReadonlyMap<string, string>;

const none: LayersOnCards = new Map();
const known = new WeakMap<readonly LayerNode[], { edges: NetworkDocument['edges']; found: LayersOnCards }>();

/**
 * The normalisations and activations that are drawn as tags, where the document draws any so: each is all that the
 * layer before it leads to, is led to by it alone, and is in the same block. They stay layers with numbers of their own.
 */
export function layersOnCards(document: Pick<NetworkDocument, 'nodes' | 'edges' | 'tagged'>): LayersOnCards {
  const { nodes, edges, tagged } = document;
  if (tagged !== true) return none;
  const before = known.get(nodes);
  if (before?.edges === edges) return before.found;
  const found = find(nodes, edges);
  known.set(nodes, { edges, found });
  return found;
}

function find(nodes: readonly LayerNode[], edges: NetworkDocument['edges']): LayersOnCards {
  const wiring = wire({ nodes, edges });
  const found = new Map<string, string>();
  for (const node of nodes) {
    if (!bearsTags(node)) continue;
    let last = node;
    for (;;) {
      const [edge, ...others] = wiring.outgoing(last.id);
      const next = edge === undefined || others.length > 0 ? undefined : wiring.nodes.get(edge.to);
      if (next === undefined || next.block !== node.block || !isTag(next)) break;
      // With a second line to it, it is at fault, and perhaps in a circle: that is to be seen.
      if (wiring.incoming(next.id).length > 1) break;
      found.set(next.id, node.id);
      last = next;
    }
  }
  return found;
}

const bearers: ReadonlySet<string> = new Set(['core', 'convolution', 'pooling', 'merge']);

/** Layers with something to normalise or to bend, and sums. */
function bearsTags({ kind }: LayerNode): boolean {
  const found = findLayerKind(kind);
  if (found === undefined || found.inputs === 'none' || found.terminal === true) return false;
  return bearers.has(found.category);
}

function isTag({ kind }: LayerNode): boolean {
  const found = findLayerKind(kind);
  return found?.inputs === 'one' && (found.category === 'normalization' || found.category === 'activation');
}
