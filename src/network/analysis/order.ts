import type { NetworkDocument } from '../graph/document';
import type { Wiring } from '../graph/wiring';

/** A document's layers in the order in which data passes them. */
export interface DataOrder {
  /** Every node after all of its inputs; nodes on a cycle, or behind one, come last in document order. */
  readonly order: readonly string[];
  /** The cycles that keep nodes out of order, each as ids in the direction of data, the first in the document first. */
  readonly cycles: readonly (readonly string[])[];
}

/** Orders nodes by Kahn's algorithm (1962), keeping document order where the edges leave the choice. */
export function orderNodes(document: NetworkDocument, wiring: Wiring): DataOrder {
  const waiting = new Map<string, number>();
  for (const id of wiring.nodes.keys()) waiting.set(id, wiring.incoming(id).length);
  const order = [...wiring.nodes.keys()].filter((id) => waiting.get(id) === 0);
  // The array grows while it is read.
  for (const id of order)
    for (const { to } of wiring.outgoing(id)) {
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) order.push(to);
    }
  if (order.length === wiring.nodes.size) return { order, cycles: [] };
  const ordered = new Set(order);
  const stuck = new Set(document.nodes.map((node) => node.id).filter((id) => !ordered.has(id)));
  return { order: [...order, ...stuck], cycles: findCycles(stuck, wiring) };
}

/**
 * Every stuck node has a stuck node before it, so walking backwards from each must run into a cycle: one
 * for each group of nodes that walk into the same one.
 */
function findCycles(stuck: ReadonlySet<string>, wiring: Wiring): readonly (readonly string[])[] {
  const before = (id: string) => wiring.incoming(id).find((edge) => stuck.has(edge.from))?.from;
  const seen = new Set<string>();
  const cycles: string[][] = [];
  for (const start of stuck) {
    const walk = new Set<string>();
    let current: string | undefined = start;
    while (current !== undefined && !seen.has(current)) {
      seen.add(current);
      walk.add(current);
      current = before(current);
    }
    if (current === undefined || !walk.has(current)) continue;
    const steps = [...walk];
    cycles.push(startAtFirst(steps.slice(steps.indexOf(current)).reverse(), stuck));
  }
  return cycles;
}

function startAtFirst(cycle: readonly string[], documentOrder: ReadonlySet<string>): string[] {
  const members = new Set(cycle);
  for (const id of documentOrder) {
    if (!members.has(id)) continue;
    const place = cycle.indexOf(id);
    return [...cycle.slice(place), ...cycle.slice(0, place)];
  }
  return [...cycle];
}
