import type { Wiring } from '../wiring';

/**
 * The column of each layer: one more than that of the furthest layer in front of it. Layers of a loop, which a
 * file may hold, follow in the order in which they come.
 */
export function ranks(wiring: Wiring, ids: readonly string[]): ReadonlyMap<string, number> {
  const waiting = new Map(ids.map((id) => [id, wiring.incoming(id).length]));
  const rank = new Map<string, number>();
  let ready = ids.filter((id) => waiting.get(id) === 0);
  while (rank.size < ids.length) {
    if (ready.length === 0) ready = ids.filter((id) => !rank.has(id)).slice(0, 1);
    const next: string[] = [];
    for (const id of ready) {
      if (rank.has(id)) continue;
      const before = wiring.incoming(id).map(({ from }) => rank.get(from) ?? -1);
      rank.set(id, 1 + Math.max(-1, ...before));
      for (const { to } of wiring.outgoing(id)) {
        const left = (waiting.get(to) ?? 0) - 1;
        waiting.set(to, left);
        if (left === 0) next.push(to);
      }
    }
    ready = next;
  }
  return rank;
}
