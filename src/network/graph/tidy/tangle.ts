import { type Area, branchGap, columnGap, emptyArea, joined, onGrid } from './area';
import type { Flow } from './flow';

/**
 * Items in columns by how many stand in front of them, the longest way in the first row, and each other way in one of
 * its own as far as there is room.
 */
export function tangleArea(flow: Flow, ids: readonly string[]): Area {
  const inside = new Set(ids);
  const columns = columnsOf(flow, ids, inside);
  const ahead = longestAhead(flow, ids, inside);
  const row = new Map<string, number>();
  for (const column of columns) {
    const taken = new Set<number>();
    for (const id of column.toSorted((left, right) => (ahead.get(right) ?? 0) - (ahead.get(left) ?? 0))) {
      let free = Math.min(...flow.before(id).flatMap((other) => row.get(other) ?? []));
      if (!Number.isFinite(free)) free = 0;
      while (taken.has(free)) free += 1;
      taken.add(free);
      row.set(id, free);
    }
  }
  return placed(flow, columns, row);
}

function columnsOf(
  flow: Flow,
  ids: readonly string[],
  inside: ReadonlySet<string>,
): readonly (readonly string[])[] {
  const columns: string[][] = [];
  const place = new Map<string, number>();
  for (const id of ids) {
    const before = flow.before(id).filter((other) => inside.has(other));
    const column = 1 + Math.max(-1, ...before.map((other) => place.get(other) ?? -1));
    place.set(id, column);
    const filed = columns[column];
    if (filed === undefined) columns[column] = [id];
    else filed.push(id);
  }
  return columns;
}

/** The number of items on the longest way from each to an end. */
function longestAhead(
  flow: Flow,
  ids: readonly string[],
  inside: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const ahead = new Map<string, number>();
  for (const id of ids.toReversed()) {
    const after = flow.after(id).filter((other) => inside.has(other));
    ahead.set(id, 1 + Math.max(0, ...after.map((other) => ahead.get(other) ?? 0)));
  }
  return ahead;
}

/** Columns as wide, and rows as high, as the largest item in them. */
function placed(flow: Flow, columns: readonly (readonly string[])[], row: ReadonlyMap<string, number>): Area {
  const rows: { up: number; down: number }[] = [];
  for (const [id, index] of row) {
    const { up, down } = flow.items.get(id)?.area ?? emptyArea;
    const known = rows[index] ?? { up: 0, down: 0 };
    rows[index] = { up: Math.max(known.up, up), down: Math.max(known.down, down) };
  }
  const lines: number[] = [];
  for (const [index, { up }] of rows.entries()) {
    const above = rows[index - 1];
    lines.push(above === undefined ? 0 : (lines[index - 1] ?? 0) + onGrid(above.down + branchGap + up));
  }
  let area = emptyArea;
  for (const column of columns) {
    const left = area.width === 0 ? 0 : area.width + columnGap;
    const width = Math.max(...column.map((id) => flow.items.get(id)?.area.width ?? 0));
    for (const id of column) {
      const one = flow.items.get(id)?.area ?? emptyArea;
      area = joined(area, one, left + onGrid((width - one.width) / 2), lines[row.get(id) ?? 0] ?? 0);
    }
    area = { ...area, width: Math.max(area.width, left + width) };
  }
  return area;
}
