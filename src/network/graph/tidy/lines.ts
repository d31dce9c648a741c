import type { Analysis } from '../../analysis/analysis';
import type { Wiring } from '../wiring';

/** Cards in a line before it wraps. */
const lineLength = 7;
/** A stage that ends earlier than this shares its line with the next. */
const shortestLine = 3;

/**
 * Breaks a network's columns into lines that are read like text. A line ends where one connection alone leads
 * on: where a stage ends (the image gets half as large, or a vector), or else before the line gets too long.
 */
export function lines(
  columns: readonly (readonly string[])[],
  rank: ReadonlyMap<string, number>,
  wiring: Wiring,
  analysis: Analysis,
): readonly (readonly (readonly string[])[])[] {
  const crossing = crossings(columns, rank, wiring);
  const result: (readonly string[])[][] = [];
  let line: (readonly string[])[] = [];
  let block: (readonly string[])[] = [];
  for (const [index, column] of columns.entries()) {
    block.push(column);
    const cut = (crossing[index] ?? 0) <= 1;
    if (!cut) continue;
    if (line.length > 0 && line.length + block.length > lineLength) {
      result.push(line);
      line = [];
    }
    line.push(...block);
    block = [];
    if (line.length >= shortestLine && endsStage(column, columns[index + 1], wiring, analysis)) {
      result.push(line);
      line = [];
    }
  }
  return [...result, line].filter((candidate) => candidate.length > 0);
}

/** How many connections lead from each column, or past it, to a later one. */
function crossings(
  columns: readonly (readonly string[])[],
  rank: ReadonlyMap<string, number>,
  wiring: Wiring,
): readonly number[] {
  const changes = new Array<number>(columns.length + 1).fill(0);
  for (const [id, from] of rank)
    for (const { to } of wiring.outgoing(id)) {
      const until = rank.get(to) ?? from;
      if (until <= from) continue;
      changes[from] = (changes[from] ?? 0) + 1;
      changes[until] = (changes[until] ?? 0) - 1;
    }
  let open = 0;
  return changes.map((change) => {
    open += change;
    return open;
  });
}

function endsStage(
  column: readonly string[],
  next: readonly string[] | undefined,
  wiring: Wiring,
  analysis: Analysis,
): boolean {
  const [id] = column;
  const [follower] = next ?? [];
  if (id === undefined || follower === undefined || column.length > 1) return false;
  const before = Math.max(0, ...wiring.incoming(id).map(({ from }) => extent(analysis, from)));
  const here = extent(analysis, id);
  // Flatten closes the stage that it flattens.
  const flattenedNext = here > 1 && extent(analysis, follower) === 1;
  return before > 1 && here <= before / 2 && !flattenedNext;
}

/** Height of the layer's output in px; 1 for a vector, 0 where it isn't known. */
function extent(analysis: Analysis, id: string): number {
  const shape = analysis.nodes.get(id)?.outputShape;
  if (!shape) return 0;
  return shape.length === 3 ? (shape[0] ?? 0) : 1;
}
