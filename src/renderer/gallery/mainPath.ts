import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import { mainOutput } from '../../network/graph/mainOutput';
import { type Wiring, wire } from '../../network/graph/wiring';

/** A network's layers along its deepest way, and where other ways leave it and come back. */
export interface MainPath {
  readonly wiring: Wiring;
  /** Layer ids from the input to the main output. */
  readonly ids: readonly string[];
  /** Each layer of the path where another way comes back, with the place (index into `ids`) where it left. */
  readonly returns: readonly { readonly from: number; readonly to: number }[];
}

/** The way from an input to the main output that has most layers with kernels, as papers draw a network. */
export function mainPath(document: NetworkDocument, analysis: Analysis): MainPath {
  const wiring = wire(document);
  const backwards: string[] = [];
  let next: string | undefined =
    mainOutput(document.nodes)?.id ??
    deepest(
      document.nodes.map(({ id }) => id),
      analysis,
    );
  const seen = new Set<string>();
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    backwards.push(next);
    next = deepest(
      wiring.incoming(next).map(({ from }) => from),
      analysis,
    );
  }
  const ids = backwards.reverse();
  const places = new Map(ids.map((id, index) => [id, index]));
  const returns = ids.flatMap((id, to) =>
    wiring
      .incoming(id)
      .filter(({ from }) => from !== ids[to - 1])
      .flatMap(({ from }) => {
        const left = placeOfFork(from, wiring, places);
        return left === null ? [] : [{ from: left, to }];
      }),
  );
  return { wiring, ids, returns };
}

function deepest(ids: readonly string[], { nodes }: Analysis): string | undefined {
  let found: string | undefined;
  let depth = -1;
  for (const id of ids) {
    const reached = nodes.get(id)?.depth ?? 0;
    if (reached <= depth) continue;
    found = id;
    depth = reached;
  }
  return found;
}

/** Where the way that ends with this layer left the path; null where it never was on it. */
function placeOfFork(end: string, wiring: Wiring, places: ReadonlyMap<string, number>): number | null {
  const seen = new Set<string>();
  let layer: string | undefined = end;
  while (layer !== undefined && !seen.has(layer)) {
    const place = places.get(layer);
    if (place !== undefined) return place;
    seen.add(layer);
    layer = wiring.incoming(layer)[0]?.from;
  }
  return null;
}
