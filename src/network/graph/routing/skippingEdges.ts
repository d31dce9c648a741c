import type { EdgePath } from './edgePath';
import type { Connection } from './routes';

/**
 * The connections of shortcuts: those that skip layers by themselves, and those along layers that stand on a shortcut,
 * such as a projection, from where it branches off to the top of what it is added to.
 */
export function skippingEdges<Edge extends Connection>(
  paths: ReadonlyMap<Edge, EdgePath>,
  shortcuts: ReadonlySet<Edge>,
): ReadonlySet<Edge> {
  const skipping = new Set(shortcuts);
  const [incoming, outgoing] = [new Map<string, Edge[]>(), new Map<string, Edge[]>()];
  for (const edge of paths.keys()) {
    incoming.set(edge.to, [...(incoming.get(edge.to) ?? []), edge]);
    outgoing.set(edge.from, [...(outgoing.get(edge.from) ?? []), edge]);
  }
  for (const [edge, { entry }] of paths) {
    if (entry !== 'down') continue;
    let last: Edge | undefined = edge;
    while (last !== undefined && !skipping.has(last)) {
      skipping.add(last);
      const { from }: Connection = last;
      const before: readonly Edge[] = incoming.get(from) ?? [];
      last = before.length === 1 && outgoing.get(from)?.length === 1 ? before[0] : undefined;
    }
  }
  return skipping;
}
