import type { LayerEdge } from '../../network/graph/document';

/**
 * The edges that skip layers: they lead into a layer with several inputs that their source also reaches the
 * long way round.
 */
export function shortcutEdges(edges: readonly LayerEdge[]): ReadonlySet<LayerEdge> {
  const incoming = new Map<string, LayerEdge[]>();
  for (const edge of edges) incoming.set(edge.to, [...(incoming.get(edge.to) ?? []), edge]);
  const shortcuts = new Set<LayerEdge>();
  for (const inputs of incoming.values()) {
    if (inputs.length < 2) continue;
    for (const edge of inputs) {
      const others = inputs.filter((other) => other !== edge).map((other) => other.from);
      if (others.some((other) => other !== edge.from && reaches(incoming, edge.from, other)))
        shortcuts.add(edge);
    }
  }
  return shortcuts;
}

function reaches(
  incoming: ReadonlyMap<string, readonly LayerEdge[]>,
  ancestor: string,
  layer: string,
): boolean {
  const seen = new Set<string>();
  const open = [layer];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === ancestor) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const edge of incoming.get(id) ?? []) open.push(edge.from);
  }
  return false;
}
