import type { Wiring } from '../wiring';

/**
 * The lane of each layer of a line, from the top: layers that follow one another stay in a lane, so that the
 * longest way keeps to the first and each branch gets one of its own. No two layers of a column share a lane.
 */
export function lanes(
  line: readonly (readonly string[])[],
  wiring: Wiring,
  longestAhead: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const lane = new Map<string, number>();
  for (const column of line) {
    const taken = new Set<number>();
    const byLength = column.toSorted(
      (left, right) => (longestAhead.get(right) ?? 0) - (longestAhead.get(left) ?? 0),
    );
    for (const id of byLength) {
      const wanted = wantedLane(id, wiring, lane);
      let free = wanted;
      while (taken.has(free)) free += 1;
      taken.add(free);
      lane.set(id, free);
    }
  }
  return lane;
}

/** The topmost lane of the layers that lead here, of those in the same line. */
function wantedLane(id: string, wiring: Wiring, lane: ReadonlyMap<string, number>): number {
  const before = wiring.incoming(id).flatMap(({ from }) => lane.get(from) ?? []);
  return before.length === 0 ? 0 : Math.min(...before);
}

/** The number of layers on the longest way from each layer to an end. */
export function longestAhead(wiring: Wiring, rank: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const ahead = new Map<string, number>();
  for (const [id, own] of [...rank].toSorted(([, left], [, right]) => right - left)) {
    const behind = wiring
      .outgoing(id)
      .map(({ to }) => ((rank.get(to) ?? 0) > own ? (ahead.get(to) ?? 0) : 0));
    ahead.set(id, 1 + Math.max(0, ...behind));
  }
  return ahead;
}
