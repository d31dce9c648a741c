import type { Flow } from './flow';

/** How a network is put together. */
export type Piece = ItemPiece | SeriesPiece | ParallelPiece | TanglePiece;

export interface ItemPiece {
  readonly type: 'item';
  readonly id: string;
  /** What branches off behind it and doesn't come back, as an auxiliary head does. */
  readonly offshoots: readonly SeriesPiece[];
}

/** One after the other. */
export interface SeriesPiece {
  readonly type: 'series';
  readonly parts: readonly Piece[];
}

/** Side by side, between what they branch off and what joins them: `join`, or nothing. */
export interface ParallelPiece {
  readonly type: 'parallel';
  /** In the order of the inputs that they lead to. */
  readonly branches: readonly SeriesPiece[];
  readonly join: string | null;
}

/** Items connected in such a way that nothing simpler describes it, each behind those that lead to it. */
export interface TanglePiece {
  readonly type: 'tangle';
  readonly ids: readonly string[];
}

/** Takes a connected part of a flow apart, given in the flow's order. */
export function takeApart(flow: Flow, ids: readonly string[]): SeriesPiece {
  const { main, offshoots } = mainPart(flow, ids);
  const beside = new Set(offshoots.flat());
  const inside = new Set(main);
  const offshootsOf = new Map<string, (readonly string[])[]>();
  for (const offshoot of offshoots) {
    const root = rootOf(flow, offshoot, inside);
    const known = offshootsOf.get(root);
    if (known === undefined) offshootsOf.set(root, [offshoot]);
    else known.push(offshoot);
  }
  return seriesOf({ flow, beside, offshootsOf }, main, null);
}

/** A flow that is taken apart. */
interface Taken {
  readonly flow: Flow;
  /** All items of offshoots. */
  readonly beside: ReadonlySet<string>;
  /** The offshoots whose first connection comes from an item. */
  readonly offshootsOf: ReadonlyMap<string, readonly (readonly string[])[]>;
}

function seriesOf(taken: Taken, ids: readonly string[], join: string | null): SeriesPiece {
  const { flow, offshootsOf } = taken;
  const cuts = cutsOf(taken, ids);
  const parts: Piece[] = [];
  let between: string[] = [];
  for (const id of ids) {
    if (!cuts.has(id)) {
      between.push(id);
      continue;
    }
    if (between.length > 0) parts.push(region(taken, between, id));
    between = [];
    const offshoots = (offshootsOf.get(id) ?? []).map((offshoot) => takeApart(flow, offshoot));
    parts.push({ type: 'item', id, offshoots });
  }
  if (between.length > 0) parts.push(region(taken, between, join));
  return { type: 'series', parts };
}

/** What stands between two items that all data passes. */
function region(taken: Taken, ids: readonly string[], join: string | null): Piece {
  const { flow } = taken;
  const branches = connectedParts(flow, ids);
  if (branches.length === 1) return tangle(taken, ids);
  const inputs = join === null ? [] : flow.before(join);
  const input = (branch: readonly string[]) => {
    const found = inputs.findIndex((id) => branch.includes(id));
    return found < 0 ? inputs.length : found;
  };
  return {
    type: 'parallel',
    branches: branches
      .toSorted((left, right) => input(left) - input(right))
      .map((branch) => seriesOf(taken, branch, join)),
    join,
  };
}

/** With what branches off from it. */
function tangle({ offshootsOf }: Taken, ids: readonly string[]): TanglePiece {
  return { type: 'tangle', ids: [...ids, ...ids.flatMap((id) => offshootsOf.get(id) ?? []).flat()] };
}

/** The items that all data passes: no connection leads past them. */
function cutsOf({ flow, beside }: Taken, ids: readonly string[]): ReadonlySet<string> {
  const place = new Map(ids.map((id, index) => [id, index]));
  const passing = new Array<number>(ids.length + 1).fill(0);
  const pass = (from: number, to: number) => {
    if (to - from < 2) return;
    passing[from + 1] = (passing[from + 1] ?? 0) + 1;
    passing[to] = (passing[to] ?? 0) - 1;
  };
  for (const [index, id] of ids.entries()) {
    const after = flow.after(id).filter((next) => !beside.has(next));
    const before = flow.before(id);
    if (before.length === 0 || before.some((other) => !place.has(other))) pass(-1, index);
    for (const next of after) pass(index, place.get(next) ?? ids.length);
    if (after.length === 0) pass(index, ids.length);
  }
  const cuts = new Set<string>();
  let open = 0;
  for (const [index, id] of ids.entries()) {
    open += passing[index] ?? 0;
    if (open === 0) cuts.add(id);
  }
  return cuts;
}

/** The items from which data reaches the end that counts most, of equals the last, and beside them those that only lead elsewhere. */
function mainPart(
  flow: Flow,
  ids: readonly string[],
): { readonly main: readonly string[]; readonly offshoots: readonly (readonly string[])[] } {
  const inside = new Set(ids);
  const ends = new Set(ids.filter((id) => !flow.after(id).some((next) => inside.has(next))));
  let end: string | undefined;
  // Items come in the document's order, which decides between equals.
  for (const id of flow.items.keys()) if (ends.has(id) && counts(flow, id) >= counts(flow, end)) end = id;
  if (end === undefined) return { main: ids, offshoots: [] };
  const leading = new Set([end]);
  for (const id of leading) for (const other of flow.before(id)) if (inside.has(other)) leading.add(other);
  const others = ids.filter((id) => !leading.has(id));
  return {
    main: ids.filter((id) => leading.has(id)),
    offshoots: connectedParts(flow, others),
  };
}

function counts({ items }: Flow, id: string | undefined): number {
  return id === undefined ? Number.NEGATIVE_INFINITY : (items.get(id)?.weight ?? 0);
}

/** The item of the main part that the first connection into an offshoot comes from. */
function rootOf(flow: Flow, offshoot: readonly string[], main: ReadonlySet<string>): string {
  return offshoot.flatMap((id) => flow.before(id)).find((id) => main.has(id)) ?? '';
}

/** The parts of these items that no connection among them joins, each in the flow's order. */
export function connectedParts(flow: Flow, ids: readonly string[]): readonly (readonly string[])[] {
  const inside = new Set(ids);
  const part = new Map<string, number>();
  let count = 0;
  for (const id of ids) {
    if (part.has(id)) continue;
    const group = new Set([id]);
    // A Set's iteration takes in what is added on the way.
    for (const member of group) {
      part.set(member, count);
      for (const next of [...flow.after(member), ...flow.before(member)])
        if (inside.has(next)) group.add(next);
    }
    count += 1;
  }
  const parts: string[][] = Array.from({ length: count }, () => []);
  for (const id of ids) parts[part.get(id) ?? 0]?.push(id);
  return parts;
}
