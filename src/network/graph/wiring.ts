import type { LayerEdge, LayerNode, NetworkDocument } from './document';

/** A document's nodes and edges, indexed: who feeds whom. Edges to layers that don't exist are left out. */
export interface Wiring {
  readonly nodes: ReadonlyMap<string, LayerNode>;
  /** Edges into the layer, by input number. */
  incoming(id: string): readonly LayerEdge[];
  /** Edges out of the layer, in document order. */
  outgoing(id: string): readonly LayerEdge[];
}

const none: readonly LayerEdge[] = [];

export function wire(document: Pick<NetworkDocument, 'nodes' | 'edges'>): Wiring {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const incoming = new Map<string, LayerEdge[]>();
  const outgoing = new Map<string, LayerEdge[]>();
  for (const edge of document.edges) {
    if (!nodes.has(edge.from) || !nodes.has(edge.to)) continue;
    file(incoming, edge.to, edge);
    file(outgoing, edge.from, edge);
  }
  for (const edges of incoming.values()) edges.sort((left, right) => left.input - right.input);
  return {
    nodes,
    incoming: (id) => incoming.get(id) ?? none,
    outgoing: (id) => outgoing.get(id) ?? none,
  };
}

/** All layers that data from these layers reaches, these included. */
export function downstream(wiring: Wiring, start: Iterable<string>): ReadonlySet<string> {
  return spread(start, (id) => wiring.outgoing(id).map((edge) => edge.to));
}

/** All layers whose data reaches these layers, these included. */
export function upstream(wiring: Wiring, start: Iterable<string>): ReadonlySet<string> {
  return spread(start, (id) => wiring.incoming(id).map((edge) => edge.from));
}

export function equalEdges(left: LayerEdge, right: LayerEdge): boolean {
  return left.from === right.from && left.to === right.to && left.input === right.input;
}

function spread(start: Iterable<string>, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set(start);
  // A Set's iteration takes in what is added on the way.
  for (const id of reached) for (const neighbour of next(id)) reached.add(neighbour);
  return reached;
}

function file(edges: Map<string, LayerEdge[]>, id: string, edge: LayerEdge): void {
  const filed = edges.get(id);
  if (filed === undefined) edges.set(id, [edge]);
  else filed.push(edge);
}
