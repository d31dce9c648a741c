import type { LayerProblem } from '../layers/defineLayer';
import { checkConnection } from './connect';
import type { LayerEdge, NetworkDocument } from './document';
import type { Change, Edit } from './edits';
import { equalEdges } from './wiring';

/** What a connection that is led elsewhere is held against: the network without it. */
export function withoutConnection(document: NetworkDocument, edge: LayerEdge): NetworkDocument {
  return { ...document, edges: document.edges.filter((other) => !equalEdges(edge, other)) };
}

/** Leads a connection to another layer, or from another one; or says why that can't be. */
export function reconnectLayers(
  document: NetworkDocument,
  edge: LayerEdge,
  from: string,
  to: string,
): Edit | LayerProblem {
  const check = checkConnection(withoutConnection(document, edge), from, to);
  if (!check.allowed) return { message: check.message, advice: check.advice };
  const label = `Reconnect ${labelOf(document, from)} to ${labelOf(document, to)}`;
  if (from === edge.from && to === edge.to) return { label, changes: [] };
  const removed: Change[] = [{ type: 'removeEdge', edge }];
  if (check.replaces !== null) removed.push({ type: 'removeEdge', edge: check.replaces });
  return { label, changes: [...removed, { type: 'addEdge', edge: check.edge }] };
}

function labelOf({ nodes }: NetworkDocument, id: string): string {
  return nodes.find((node) => node.id === id)?.label ?? id;
}
