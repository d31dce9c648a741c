import { arcHeight, gutter } from '../routing/edgePath';
import { arcStep } from '../routing/shortcutArcs';
import { type Area, branchGap, columnGap, emptyArea, joined, moved, onGrid } from './area';
import type { Flow } from './flow';
import type { ParallelPiece, Piece, SeriesPiece } from './pieces';
import { tangleArea } from './tangle';

/** Room above the highest arc of a row. */
const arcMargin = 8;
/** Room beside branches, in which their connections gather. */
const branchMargin = 10;

/** A part of a series, and the room that it takes. */
export interface Part {
  readonly piece: Piece;
  readonly area: Area;
  /** What branches off behind it and hangs below. */
  readonly offshoots: readonly Area[];
}

/** The parts of a series, each placed within itself. */
export function partsOf(flow: Flow, pieces: readonly Piece[]): readonly Part[] {
  return pieces.map((piece) => ({
    piece,
    area: areaOf(flow, piece),
    offshoots: piece.type === 'item' ? piece.offshoots.map((offshoot) => seriesArea(flow, offshoot)) : [],
  }));
}

/** Width of parts in one row, without what hangs below. */
export function rowWidth(parts: readonly Part[]): number {
  return parts.reduce((width, { area }) => width + area.width + columnGap, -columnGap);
}

/** The parts of a series in one row, on one line, with room for what branches off and for arcs above. */
export function rowArea(flow: Flow, parts: readonly Part[]): Area {
  const spans: Span[] = [];
  const below: { readonly area: Area; readonly x: number }[] = [];
  let x = 0;
  for (const { piece, area, offshoots } of parts) {
    spans.push({ piece, left: x, right: x + area.width, up: area.up });
    x += area.width + columnGap;
    for (const offshoot of offshoots) below.push({ area: offshoot, x });
  }
  const row: Area = {
    width: Math.max(0, x - columnGap),
    up: Math.max(arcRoom(flow, spans), ...parts.map(({ area }) => area.up)),
    down: Math.max(0, ...parts.map(({ area }) => area.down)),
    places: parts.flatMap(({ area }, index) => moved(area.places, spans[index]?.left ?? 0, 0)),
    frames: parts.flatMap(({ area }, index) => moved(area.frames, spans[index]?.left ?? 0, 0)),
  };
  return withOffshoots(row, below);
}

function areaOf(flow: Flow, piece: Piece): Area {
  switch (piece.type) {
    case 'item':
      return flow.items.get(piece.id)?.area ?? emptyArea;
    case 'series':
      return seriesArea(flow, piece);
    case 'parallel':
      return parallelArea(flow, piece);
    case 'tangle':
      return tangleArea(flow, piece.ids);
  }
}

function seriesArea(flow: Flow, { parts }: SeriesPiece): Area {
  return rowArea(flow, partsOf(flow, parts));
}

/** Branches above the longest where they are added to it, below it where nothing joins them, or around the line. */
function parallelArea(flow: Flow, { branches, join }: ParallelPiece): Area {
  const areas = branches.map((branch) => seriesArea(flow, branch));
  const longest = areas.reduce((best, area) => (area.width > best.width ? area : best), emptyArea);
  const others = areas.filter((area) => area !== longest);
  if (join === null) return stacked([longest, ...others]);
  if (flow.items.get(join)?.sum !== true) return withMargins(centred(stacked(areas), areas));
  let area = longest;
  for (const other of others.toReversed()) {
    const rise = onGrid(area.up + branchGap + other.down);
    area = joined(area, other, onGrid((longest.width - other.width) / 2), -rise);
  }
  return area;
}

/** Each beneath the one before; the line is that of the first. */
function stacked(areas: readonly Area[]): Area {
  let stack = emptyArea;
  for (const area of areas)
    stack =
      stack.places.length === 0 ? area : joined(stack, area, 0, onGrid(stack.down + branchGap + area.up));
  return stack;
}

/** With the line halfway between those of the first and the last. */
function centred(stack: Area, areas: readonly Area[]): Area {
  const lines = stack.places.map(({ y }) => y);
  const last = Math.max(0, stack.down - (areas.at(-1)?.down ?? 0));
  if (lines.length === 0) return stack;
  return joined(emptyArea, stack, 0, -onGrid(last / 2));
}

function withMargins(area: Area): Area {
  const inner = joined(emptyArea, area, branchMargin, 0);
  return { ...inner, width: inner.width + branchMargin };
}

/** Each beneath all that stands above it. */
function withOffshoots(row: Area, below: readonly { readonly area: Area; readonly x: number }[]): Area {
  let area = row;
  for (const { area: offshoot, x } of below)
    area = joined(area, offshoot, x, onGrid(area.down + branchGap + offshoot.up));
  return area;
}

interface Span {
  readonly piece: Piece;
  readonly left: number;
  readonly right: number;
  readonly up: number;
}

/** The room above a row's line that its shortcuts need: each arc clear of the cards beneath it, and of other arcs. */
function arcRoom(flow: Flow, spans: readonly Span[]): number {
  const places = new Map<string, Span>();
  for (const span of spans) if (span.piece.type === 'item') places.set(span.piece.id, span);
  const arcs = spans
    .flatMap(({ piece, left, right }) =>
      piece.type === 'item'
        ? flow.skipsInto(piece.id).map((from) => {
            const source = places.get(from);
            return { left: source === undefined ? -gutter : source.right, right: (left + right) / 2 };
          })
        : [],
    )
    .toSorted((one, other) => one.right - one.left - (other.right - other.left));
  const drawn: { readonly left: number; readonly right: number; readonly height: number }[] = [];
  for (const { left, right } of arcs) {
    const beneath = spans.filter((span) => span.left < right && left < span.right);
    let height = Math.max(0, ...beneath.map(({ up }) => up)) + arcHeight;
    const others = drawn
      .filter((arc) => arc.left < right && left < arc.right)
      .toSorted((one, other) => one.height - other.height);
    for (const other of others)
      if (Math.abs(other.height - height) < arcStep) height = other.height + arcStep;
    drawn.push({ left, right, height });
  }
  return drawn.length === 0 ? 0 : Math.max(...drawn.map(({ height }) => height)) + arcMargin;
}
