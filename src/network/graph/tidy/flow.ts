import type { LayerEdge } from '../document';
import { shortcutEdges } from '../routing/shortcutEdges';
import type { Area } from './area';

/** What Tidy places: a card, or an open block with all that is in it. */
export interface TidyItem {
  readonly id: string;
  readonly area: Area;
  /** Whether it has several rows, so that it has none in common with others. */
  readonly page: boolean;
  /** Whether it adds up its inputs, so that the shorter ones lead above the longest. */
  readonly sum: boolean;
  /** Whether it belongs to the layer in front of it, as an activation does. */
  readonly follower: boolean;
  readonly pooling: boolean;
  /** Whether it stands for a whole block, and so begins no stage of its own. */
  readonly block: boolean;
  /** Of items that nothing follows, the one that counts most is what the network leads to. */
  readonly weight: number;
  /** Height of the images that leave it in px; 1 for a vector, 0 where it isn't known. */
  readonly extent: number;
}

/** What data flows through, without the connections that only skip: those are drawn as arcs above the others. */
export interface Flow {
  /** Each behind all those that lead to it. */
  readonly order: readonly string[];
  readonly items: ReadonlyMap<string, TidyItem>;
  /** Those in front of an item, in the order of its inputs. */
  before(id: string): readonly string[];
  after(id: string): readonly string[];
  /** Sources of the shortcuts into an item. */
  skipsInto(id: string): readonly string[];
  /** All that an item leads to, by shortcuts too. */
  reaches(id: string): readonly string[];
}

/** Stands in a flow for all that leads into it. */
export const entrance = ':entrance';

/**
 * The flow through these items, and into them from the entrance. Connections that close a loop, which a file may hold,
 * are left out.
 */
export function flowOf(items: ReadonlyMap<string, TidyItem>, edges: readonly LayerEdge[]): Flow {
  const all = distinct(edges).filter(({ from, to }) => from !== to);
  const entering = all.filter(({ from, to }) => from === entrance && items.has(to));
  const known = all.filter(({ from, to }) => items.has(from) && items.has(to));
  const order = inOrder([...items.keys()], known);
  const place = new Map(order.map((id, index) => [id, index]));
  const forward = known.filter(({ from, to }) => (place.get(from) ?? 0) < (place.get(to) ?? 0));
  const skipping = shortcutEdges([...entering, ...forward]);
  const plain = forward.filter((edge) => !skipping.has(edge));
  const before = filed(plain, ({ to, from }) => [to, from]);
  const after = filed(plain, ({ to, from }) => [from, to]);
  const skips = filed([...skipping], ({ to, from }) => [to, from]);
  const reaches = filed(forward, ({ to, from }) => [from, to]);
  return {
    order,
    items,
    before: (id) => before.get(id) ?? none,
    after: (id) => after.get(id) ?? none,
    skipsInto: (id) => skips.get(id) ?? none,
    reaches: (id) => reaches.get(id) ?? none,
  };
}

const none: readonly string[] = [];

/** Of several connections between the same two one counts; sorted by input. */
function distinct(edges: readonly LayerEdge[]): readonly LayerEdge[] {
  const seen = new Set<string>();
  return edges
    .toSorted((left, right) => left.input - right.input)
    .filter(({ from, to }) => {
      const key = `${from}>${to}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** Items of a loop follow in the order in which they come. */
function inOrder(ids: readonly string[], edges: readonly LayerEdge[]): readonly string[] {
  const waiting = new Map(ids.map((id) => [id, 0]));
  for (const { to } of edges) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const after = filed(edges, ({ from, to }) => [from, to]);
  const order = new Set<string>();
  const ready = ids.filter((id) => waiting.get(id) === 0);
  let unplaced = 0;
  while (order.size < ids.length) {
    for (const id of ready) {
      if (order.has(id)) continue;
      order.add(id);
      for (const next of after.get(id) ?? []) {
        const left = (waiting.get(next) ?? 0) - 1;
        waiting.set(next, left);
        if (left === 0) ready.push(next);
      }
    }
    ready.length = 0;
    while (unplaced < ids.length && order.has(ids[unplaced] ?? '')) unplaced += 1;
    const first = ids[unplaced];
    if (first !== undefined) ready.push(first);
  }
  return [...order];
}

function filed(
  edges: readonly LayerEdge[],
  entry: (edge: LayerEdge) => readonly [string, string],
): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const edge of edges) {
    const [key, value] = entry(edge);
    const file = files.get(key);
    if (file === undefined) files.set(key, [value]);
    else file.push(value);
  }
  return files;
}
