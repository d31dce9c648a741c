import type { LayerEdge, NetworkDocument } from '../../network/graph/document';
import { useEditor } from '../editor/editorStore';
import { cardValue } from '../quantities/cardValue';
import { quantities } from '../quantities/quantities';
import type { RunState } from '../training/runState';
import { useRun } from '../training/runStore';

/**
 * log₁₀ of the norm of the gradient that flows back through connections, in hundredths: the largest of theirs. Null
 * where none was measured.
 */
export function useEdgeGradient(edges: readonly LayerEdge[]): number | null {
  return useRun((state) => edgeGradient(state, edges));
}

export function edgeGradient(state: RunState, edges: readonly LayerEdge[]): number | null {
  const carried = carriers(useEditor.getState().history.document);
  let largest: number | null = null;
  for (const edge of edges) {
    const [first, second] = carried.get(edge) ?? [edge.to, edge.from];
    const gradient = layerGradient(state, first) ?? layerGradient(state, second);
    if (gradient !== null && (largest === null || gradient > largest)) largest = gradient;
  }
  return largest;
}

function layerGradient(state: RunState, layer: string): number | null {
  return cardValue(state, layer, quantities.gradient);
}

/** Which gradient is shown of a connection, and how exactly. */
type Carried = 'sum' | 'whole' | 'arriving';

/**
 * Telemetry has the gradient of what leaves each layer. Into an Add flows back what arrives at the Add (`sum`), which it
 * passes on to branch and shortcut alike. Out of a layer that leads to one other, all of the layer's gradient flows back
 * through that connection (`whole`). Of other connections only that at the layer which they lead to is known
 * (`arriving`): what is left of it behind that layer adds up with others at the layer that they come from.
 */
export function carriedBy({ nodes, edges }: NetworkDocument): ReadonlyMap<LayerEdge, Carried> {
  const additions = new Set(nodes.flatMap(({ id, kind }) => (kind === 'add' ? [id] : [])));
  const outgoing = new Map<string, number>();
  for (const { from } of edges) outgoing.set(from, (outgoing.get(from) ?? 0) + 1);
  return new Map(
    edges.map((edge): [LayerEdge, Carried] => {
      if (additions.has(edge.to)) return [edge, 'sum'];
      return [edge, outgoing.get(edge.from) === 1 ? 'whole' : 'arriving'];
    }),
  );
}

type Carriers = ReadonlyMap<LayerEdge, readonly [string, string]>;

const known = new WeakMap<NetworkDocument, Carriers>();

/** The layer whose gradient is shown of each connection, and the one that stands in where that has none, as the input. */
function carriers(document: NetworkDocument): Carriers {
  const before = known.get(document);
  if (before !== undefined) return before;
  const found = new Map(
    [...carriedBy(document)].map(([edge, carried]) => {
      const { from, to } = edge;
      return [edge, carried === 'whole' ? ([from, to] as const) : ([to, from] as const)];
    }),
  );
  known.set(document, found);
  return found;
}
