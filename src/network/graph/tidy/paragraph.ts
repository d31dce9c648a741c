import { type Area, columnGap } from './area';
import { type Part, partsOf, rowArea, rowWidth } from './areas';
import { entrance, type Flow, type TidyItem } from './flow';
import type { Piece } from './pieces';

/** How rows are filled. */
export interface PageShape {
  /** A row may always be as wide as this, in px. */
  readonly narrowest: number;
  /** Distance of two rows. */
  readonly rowGap: number;
  /** A page is about so many times as wide as it is high. */
  readonly aspect: number;
  /** Width of the rows, in px; where it is left out, whichever makes a page of this shape. */
  readonly width?: number;
}

/** A row that ends earlier than this many parts shares its row with the next stage. */
const shortestRow = 3;
/** What belongs together is parted only where it is wider than this, in px. */
const widestRun = 1920;
/** What a network ends in stays with the last stage where it has no more than this many parts. */
const longestHead = 3;

/**
 * Breaks a series into rows that are read like text, none wider than `width` px where that can be. A row ends where a
 * stage ends (images get half as large, or vectors), or else before it gets too long; never within a shortcut or
 * between branches and what joins them, if there is another way.
 */
export function paragraph(flow: Flow, pieces: readonly Piece[], page: PageShape): readonly Area[] {
  const parts = partsOf(flow, pieces);
  const square = squareWidth(parts, page.rowGap);
  const widths = page.width === undefined ? pageWidths.map((share) => share * square) : [page.width];
  const pages = widths.map((width) => rowsOf(flow, parts, Math.max(page.narrowest, width)));
  const distance = (rows: readonly Run[]) => Math.abs(Math.log(aspectOf(rows, page.rowGap) / page.aspect));
  const [best] = pages.toSorted((left, right) => distance(left) - distance(right));
  return (best ?? []).map((row) => rowArea(flow, row));
}

/** Widths of a page that are tried, as shares of that of a square. */
const pageWidths = [1, 1.2, 1.4, 1.6, 1.8] as const;

function squareWidth(parts: readonly Part[], rowGap: number): number {
  return Math.sqrt(
    parts.reduce(
      (surface, { area }) => surface + (area.width + columnGap) * (area.up + area.down + rowGap),
      0,
    ),
  );
}

function aspectOf(rows: readonly Run[], rowGap: number): number {
  const height = rows.reduce((sum, row) => {
    const up = Math.max(...row.map(({ area }) => area.up));
    return sum + up + Math.max(...row.map(({ area }) => area.down)) + rowGap;
  }, 0);
  return Math.max(...rows.map(rowWidth)) / height;
}

function rowsOf(flow: Flow, parts: readonly Part[], width: number): readonly Run[] {
  const runs = runsOf(flow, parts, width);
  const rows: Part[][] = [];
  let row: Part[] = [];
  let filled = 0;
  for (const [index, run] of runs.entries()) {
    const added = columnGap + rowWidth(run);
    const opens = row.length >= shortestRow && opensStage(flow, runs, index);
    const alone = isPage(flow, run) || isPage(flow, row.slice(-1));
    if (row.length > 0 && (filled + added - columnGap > width || opens || alone)) {
      rows.push(row);
      row = [];
      filled = 0;
    }
    row.push(...run);
    filled += added;
  }
  return [...rows, row].filter((parts) => parts.length > 0);
}

type Run = readonly Part[];

function isPage(flow: Flow, run: Run): boolean {
  return run.some(({ piece }) => piece.type === 'item' && flow.items.get(piece.id)?.page === true);
}

/** Whether a run is the first of a stage: it makes the images smaller itself, or follows a pooling that did. */
function opensStage(flow: Flow, runs: readonly Run[], index: number): boolean {
  const [before, run, next] = [runs[index - 1], runs[index], runs[index + 1]];
  if (before === undefined || run === undefined) return false;
  const [earlier, here] = [extentBefore(flow, runs, index - 1), lastItem(flow, before)];
  const last = lastItem(flow, run);
  const vector = (item: TidyItem | undefined) => item?.extent === 1;
  if (here !== undefined && endsStage(here, earlier))
    return vector(here) ? lengthFrom(runs, index) > longestHead : !vector(last) || here.extent === 1;
  if (last === undefined || here === undefined || last.pooling || last.block || next === undefined)
    return false;
  return !vector(last) && halves(here.extent, last.extent);
}

/** How many parts come from this run on. */
function lengthFrom(runs: readonly Run[], index: number): number {
  return runs.slice(index).reduce((count, { length }) => count + length, 0);
}

/** Whether a run's last item closes its stage: a pooling, or what makes a vector of an image. */
function endsStage(item: TidyItem, extent: number): boolean {
  return (item.pooling || item.extent === 1) && halves(extent, item.extent);
}

function halves(before: number, after: number): boolean {
  return before > 1 && after > 0 && after <= (before + 1) / 2;
}

function extentBefore(flow: Flow, runs: readonly Run[], index: number): number {
  const run = runs[index] ?? [];
  const [before, previous] = [run.at(-2), runs[index - 1]];
  const item = before === undefined ? lastItem(flow, previous ?? []) : lastItem(flow, [before]);
  return item?.extent ?? 0;
}

function lastItem(flow: Flow, run: Run): TidyItem | undefined {
  const last = run.at(-1);
  return last?.piece.type === 'item' ? flow.items.get(last.piece.id) : undefined;
}

/** The parts that stay together: as much as reads well, or where that is wider than a row, as little as must. */
function runsOf(flow: Flow, parts: Run, width: number): readonly Run[] {
  const open = openBreaks(flow, parts);
  const follows = (part: Part | undefined) =>
    part?.piece.type === 'item' && flow.items.get(part.piece.id)?.follower === true;
  const pieces = (run: Run, mayBreak: (index: number) => boolean) =>
    rowWidth(run) > Math.max(width, widestRun) ? split(run, mayBreak) : [run];
  const index = new Map(parts.map((part, place) => [part, place]));
  const at = (part: Part | undefined) => (part === undefined ? -1 : (index.get(part) ?? -1));
  return split(parts, (place) => open[place] === true && !follows(parts[place]))
    .flatMap((run) => pieces(run, (place) => open[at(run[place])] === true))
    .flatMap((run) => pieces(run, (place) => run[place - 1]?.piece.type !== 'parallel'))
    .filter((run) => run.length > 0);
}

/** Runs of parts, a new one in front of each at which there may be a break. */
function split(parts: Run, mayBreak: (index: number) => boolean): readonly Run[] {
  const runs: Part[][] = [[]];
  for (const [index, part] of parts.entries())
    if (index > 0 && mayBreak(index)) runs.push([part]);
    else runs.at(-1)?.push(part);
  return runs;
}

/** For each part, whether what leads past the place in front of it comes from one item alone. */
function openBreaks(flow: Flow, parts: Run): readonly boolean[] {
  const partOf = new Map<string, number>();
  for (const [index, { area }] of parts.entries()) for (const { id } of area.places) partOf.set(id, index);
  const changes = new Array<number>(parts.length + 1).fill(0);
  const pass = (from: number, to: number) => {
    changes[from + 1] = (changes[from + 1] ?? 0) + 1;
    changes[to + 1] = (changes[to + 1] ?? 0) - 1;
  };
  let entered = 0;
  for (const [id, index] of partOf) {
    pass(index, Math.max(index, ...flow.reaches(id).map((to) => partOf.get(to) ?? index)));
    if (flow.skipsInto(id).includes(entrance)) entered = Math.max(entered, index);
  }
  pass(0, entered);
  let open = 0;
  return parts.map((_, index) => {
    open += changes[index] ?? 0;
    return open <= 1;
  });
}
