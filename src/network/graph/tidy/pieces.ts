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
  return seriesOf(flow, main, offshoots, null);
}

function seriesOf(
  flow: Flow,
  main: readonly string[],
  offshoots: readonly (readonly string[])[],
  join: string | null,
): SeriesPiece {
  const place = new Map(main.map((id, index) => [id, index]));
  const cuts = cutsOf(flow, main, place, new Set(offshoots.flat()));
  const parts: Piece[] = [];
  let between: string[] = [];
  for (const id of main) {
    if (!cuts.has(id)) {
      between.push(id);
      continue;
    }
    if (between.length > 0) parts.push(region(flow, between, id));
    between = [];
    parts.push({ type: 'item', id, offshoots: offshootsAt(flow, offshoots, id) });
  }
  if (between.length > 0) parts.push(region(flow, between, join));
  return { type: 'series', parts };
}

const noOffshoots: readonly (readonly string[])[] = [];

/** What stands between two items that all data passes. */
function region(flow: Flow, ids: readonly string[], join: string | null): Piece {
  const branches = connectedParts(flow, ids);
  if (branches.length === 1) return { type: 'tangle', ids };
  const inputs = join === null ? [] : flow.before(join);
  const input = (branch: readonly string[]) => {
    const found = inputs.findIndex((id) => branch.includes(id));
    return found < 0 ? inputs.length : found;
  };
  return {
    type: 'parallel',
    branches: branches
      .toSorted((left, right) => input(left) - input(right))
      .map((branch) => takeApartBranch(flow, branch, join)),
    join,
  };
}

function takeApartBranch(flow: Flow, ids: readonly string[], join: string | null): SeriesPiece {
  const place = new Map(ids.map((id, index) => [id, index]));
  if (cutsOf(flow, ids, place).size === 0 && connectedParts(flow, ids).length === 1)
    return { type: 'series', parts: [{ type: 'tangle', ids }] };
  return seriesOf(flow, ids, noOffshoots, join);
}

/** The items that all data passes: no connection leads past them. */
function cutsOf(
  flow: Flow,
  ids: readonly string[],
  place: ReadonlyMap<string, number>,
  beside: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
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
  if (end === undefined) return { main: ids, offshoots: noOffshoots };
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

/** The offshoots whose first connection comes from this item, or that none leads to where it is the first. */
function offshootsAt(
  flow: Flow,
  offshoots: readonly (readonly string[])[],
  id: string,
): readonly SeriesPiece[] {
  return offshoots.filter((ids) => rootOf(flow, ids) === id).map((ids) => takeApart(flow, ids));
}

function rootOf(flow: Flow, ids: readonly string[]): string | undefined {
  const inside = new Set(ids);
  for (const id of ids) for (const other of flow.before(id)) if (!inside.has(other)) return other;
  return undefined;
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
