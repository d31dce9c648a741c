import type { Analysis } from '../../analysis/analysis';
import type { LayerEdge, LayerNode, NetworkDocument } from '../document';
import { mainOutput } from '../mainOutput';
import { upstream, wire } from '../wiring';

/**
 * The stretches of the network along which everything passes: layers that no way from Input to Output goes around,
 * each connected to the next. They are in data order, and so are the layers of each.
 */
export function mainRoad(document: NetworkDocument, analysis: Analysis): readonly (readonly LayerNode[])[] {
  const wiring = wire(document);
  const end = mainOutput(document.nodes);
  if (end === undefined) return [];
  const used = upstream(wiring, [end.id]);
  const order = analysis.order.filter((id) => used.has(id));
  const place = new Map(order.map((id, index) => [id, index]));
  const edges = document.edges.filter(({ from, to }) => used.has(from) && used.has(to));
  const loops = edges.some(({ from, to }) => (place.get(from) ?? 0) >= (place.get(to) ?? 0));
  if (loops) return [];
  const passing = connectionsPast(edges, place);
  const stretches: LayerNode[][] = [];
  let before: string | null = null;
  for (const [index, id] of order.entries()) {
    const node = wiring.nodes.get(id);
    if (node === undefined || (passing[index] ?? 0) > 0) continue;
    const [only, ...others] = wiring.incoming(id);
    const follows = others.length === 0 && only !== undefined && only.from === before;
    const stretch = follows ? stretches.at(-1) : undefined;
    if (stretch === undefined) stretches.push([node]);
    else stretch.push(node);
    before = id;
  }
  return stretches;
}

/** For each place in the order, how many connections lead from before it to behind it. */
function connectionsPast(edges: readonly LayerEdge[], place: ReadonlyMap<string, number>): readonly number[] {
  const changes = new Array<number>(place.size + 1).fill(0);
  for (const { from, to } of edges) {
    const [start, end] = [place.get(from), place.get(to)];
    if (start === undefined || end === undefined || end - start < 2) continue;
    changes[start + 1] = (changes[start + 1] ?? 0) + 1;
    changes[end] = (changes[end] ?? 0) - 1;
  }
  let open = 0;
  return changes.map((change) => {
    open += change;
    return open;
  });
}
