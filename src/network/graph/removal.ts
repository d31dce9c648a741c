import type { LayerEdge, NetworkDocument } from './document';
import { equalEdges, wire } from './wiring';

/** The edges that go when layers and edges are removed, and those that close the chain over the gaps. */
export interface Removal {
  readonly edges: readonly LayerEdge[];
  readonly closing: readonly LayerEdge[];
}

/**
 * Plans a removal. Where a removed layer has exactly one input, the layers behind it take that input
 * over, unless they have it already; a connection that was itself removed is not bridged.
 */
export function planRemoval(
  document: NetworkDocument,
  nodeIds: ReadonlySet<string>,
  edges: readonly LayerEdge[],
): Removal {
  const wiring = wire(document);
  const cut = (edge: LayerEdge) => edges.some((other) => equalEdges(other, edge));
  const goes = (edge: LayerEdge) => nodeIds.has(edge.from) || nodeIds.has(edge.to) || cut(edge);

  /** The first layer in front of this one that stays, along single inputs; null where there is none. */
  const survivorBefore = (id: string): string | null => {
    const passed = new Set<string>();
    let current = id;
    while (nodeIds.has(current)) {
      const [only, ...others] = wiring.incoming(current);
      if (only === undefined || others.length > 0 || cut(only) || passed.has(current)) return null;
      passed.add(current);
      current = only.from;
    }
    return current;
  };

  const staying = document.edges.filter((edge) => !goes(edge));
  const closing: LayerEdge[] = [];
  for (const edge of document.edges) {
    if (!nodeIds.has(edge.from) || nodeIds.has(edge.to) || cut(edge)) continue;
    const from = survivorBefore(edge.from);
    if (from === null || from === edge.to) continue;
    const connected = [...staying, ...closing].some((other) => other.from === from && other.to === edge.to);
    if (!connected) closing.push({ from, to: edge.to, input: edge.input });
  }
  return { edges: document.edges.filter(goes), closing };
}
