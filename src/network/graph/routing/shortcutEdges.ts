/** A connection, as far as its ends go. */
interface Connection {
  readonly from: string;
  readonly to: string;
}

/**
 * The edges that skip layers: they lead into a layer with several inputs that their source also reaches the
 * long way round.
 */
export function shortcutEdges<Edge extends Connection>(edges: readonly Edge[]): ReadonlySet<Edge> {
  const incoming = edgesBy(edges, ({ to }) => to);
  const rank = ranks(edges, incoming);
  const shortcuts = new Set<Edge>();
  for (const inputs of incoming.values()) {
    if (inputs.length < 2) continue;
    for (const edge of inputs) {
      const others = inputs.map(({ from }) => from).filter((from) => from !== edge.from);
      if (reaches(incoming, rank, edge.from, others)) shortcuts.add(edge);
    }
  }
  return shortcuts;
}

/** Whether data from a layer reaches one of the others. */
function reaches(
  incoming: ReadonlyMap<string, readonly Connection[]>,
  rank: ReadonlyMap<string, number>,
  ancestor: string,
  layers: readonly string[],
): boolean {
  const least = rank.get(ancestor) ?? 0;
  const seen = new Set(layers);
  // A Set's iteration takes in what is added on the way.
  for (const layer of seen) {
    if (layer === ancestor) return true;
    // Nothing in front of a layer of this rank can be the ancestor, so that the search keeps to the block.
    if ((rank.get(layer) ?? Number.POSITIVE_INFINITY) <= least) continue;
    for (const { from } of incoming.get(layer) ?? []) seen.add(from);
  }
  return false;
}

/** The length of the longest way to each layer; layers of a loop, and those behind it, have none. */
function ranks(
  edges: readonly Connection[],
  incoming: ReadonlyMap<string, readonly Connection[]>,
): ReadonlyMap<string, number> {
  const outgoing = edgesBy(edges, ({ from }) => from);
  const waiting = new Map([...incoming].map(([layer, inputs]) => [layer, inputs.length]));
  const rank = new Map(
    [...outgoing.keys()].filter((layer) => !incoming.has(layer)).map((layer) => [layer, 0]),
  );
  for (const [layer, own] of rank)
    for (const { to } of outgoing.get(layer) ?? []) {
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left > 0) continue;
      const before = (incoming.get(to) ?? []).map(({ from }) => rank.get(from) ?? own);
      rank.set(to, 1 + Math.max(...before));
    }
  return rank;
}

function edgesBy<Edge extends Connection>(
  edges: readonly Edge[],
  end: (edge: Edge) => string,
): ReadonlyMap<string, readonly Edge[]> {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const group = groups.get(end(edge));
    if (group === undefined) groups.set(end(edge), [edge]);
    else group.push(edge);
  }
  return groups;
}
