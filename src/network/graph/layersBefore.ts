import type { Analysis } from '../analysis/analysis';
import type { NetworkDocument } from './document';
import { upstream, wire } from './wiring';

/** Layers among these that have weights or moving statistics, in the document's order: those that freezing says something of. */
export function withWeights(
  { nodes }: NetworkDocument,
  analysis: Analysis,
  ids: Iterable<string>,
): readonly string[] {
  const chosen = new Set(ids);
  return nodes
    .map(({ id }) => id)
    .filter((id) => chosen.has(id) && (analysis.nodes.get(id)?.weights.length ?? 0) > 0);
}

/** Layers that what this one is given follows from, without itself. */
export function layersBefore(document: NetworkDocument, id: string): ReadonlySet<string> {
  const before = new Set(upstream(wire(document), [id]));
  before.delete(id);
  return before;
}
