import type { LayerEdge, NetworkDocument } from '../document';
import { shortcutEdges } from '../routing/shortcutEdges';

const known = new WeakMap<readonly LayerEdge[], ReadonlySet<LayerEdge>>();

/** Blocks over whose cards shortcuts lead: those that a shortcut starts or ends in. */
export function archedBlocks({ nodes, edges }: NetworkDocument): ReadonlySet<string> {
  const shortcuts = known.get(edges) ?? shortcutEdges(edges);
  known.set(edges, shortcuts);
  if (shortcuts.size === 0) return new Set();
  const blocks = new Map(nodes.map(({ id, block }) => [id, block]));
  const found = [...shortcuts].flatMap(({ from, to }) => [blocks.get(from), blocks.get(to)]);
  return new Set(found.filter((block) => block !== undefined));
}
