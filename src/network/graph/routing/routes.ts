import { type Box, contains, type Point } from './box';
import {
  arrowLength,
  type EdgePath,
  edgePath,
  entryOf,
  exitOf,
  gutter,
  laneDepth,
  pathThrough,
  stepTo,
  topEntryOf,
  wayBack,
} from './edgePath';
import { nameHeight, Obstacles } from './obstacles';
import { searchRoute } from './searchRoute';
import { arcStart, ShortcutArcs } from './shortcutArcs';

/** A connection as far as its way goes. */
export interface Connection {
  readonly from: string;
  readonly to: string;
}

/**
 * The ways of all connections of a canvas: none passes a card, as long as there is room between the cards. The
 * simplest way that is free is taken; where none is, one is searched for.
 */
export function routes<Edge extends Connection>(
  cards: ReadonlyMap<string, Box>,
  edges: readonly Edge[],
  shortcuts: ReadonlySet<Edge>,
  frames: readonly Box[] = [],
): ReadonlyMap<Edge, EdgePath> {
  const obstacles = new Obstacles([...cards.values()]);
  const paths = new Map<Edge, EdgePath>();
  const arcs: { readonly edge: Edge; readonly start: Point; readonly source: Box; readonly target: Box }[] =
    [];
  const splits = new Set<string>();
  const targets = targetsOf(cards, edges);
  for (const edge of shortcuts) {
    const [source, target] = [cards.get(edge.from), cards.get(edge.to)];
    if (source === undefined || target === undefined) continue;
    const start = arcStart(source, target, targets.get(edge.from) ?? []);
    if (start === null) continue;
    if (start.x < source.x || Math.abs(start.y - exitOf(source).y) > 1) splits.add(edge.from);
    arcs.push({ edge, start, source, target });
  }
  const drawn = new ShortcutArcs(obstacles);
  const byLength = arcs.toSorted(
    (left, right) => left.target.x - left.start.x - (right.target.x - right.start.x),
  );
  for (const { edge, start, source, target } of byLength) {
    const path = drawn.add(start, source, target);
    if (path !== null) paths.set(edge, path);
  }
  for (const edge of edges) {
    const [source, target] = [cards.get(edge.from), cards.get(edge.to)];
    if (paths.has(edge) || source === undefined || target === undefined) continue;
    paths.set(edge, plainRoute(source, target, { obstacles, frames, splits: splits.has(edge.from) }));
  }
  return paths;
}

interface Surroundings {
  readonly obstacles: Obstacles;
  readonly frames: readonly Box[];
  /** Whether shortcuts start in front of the target. */
  readonly splits: boolean;
}

function plainRoute(source: Box, target: Box, around: Surroundings): EdgePath {
  const own = [source, target];
  for (const way of simpleWays(source, target, around))
    if (around.obstacles.isFree(way.points, own)) return pathThrough(way.points, way.entry);
  const found = searchRoute(source, target, around.obstacles);
  return found === null ? edgePath(source, target) : pathThrough(found, 'right');
}

/** Distance from a row's first card to the way that comes in where shortcuts start between the two. */
const splitGutter = 28;
/** An operation, which is drawn as a circle, may be entered from above. */
const widestCircle = 60;

interface Way {
  readonly points: readonly Point[];
  readonly entry: EdgePath['entry'];
}

function* simpleWays(source: Box, target: Box, around: Surroundings): Iterable<Way> {
  const { obstacles, frames, splits } = around;
  const [from, end] = [exitOf(source), entryOf(target)];
  const ahead = target.x >= from.x + 2 * arrowLength;
  if (ahead) {
    const top = topEntryOf(target);
    if (target.width < widestCircle && source.y + source.height < target.y)
      yield { points: [from, { x: top.x, y: from.y }, top], entry: 'down' };
    yield { points: stepTo(from, end, target.x), entry: 'right' };
    const turn = from.x + gutter;
    yield { points: [from, { x: turn, y: from.y }, { x: turn, y: end.y }, end], entry: 'right' };
  }
  const entered = frames.filter((frame) => contains(frame, target) && !contains(frame, source));
  const besideFrames = target.x - Math.min(...entered.map(({ x }) => x)) + gutter;
  const backs = entered.length > 0 ? [besideFrames, gutter] : [splits && !ahead ? splitGutter : gutter];
  const passed = frames.filter((frame) => !(contains(frame, target) && contains(frame, source)));
  for (const lane of lanesBetween(source, target, obstacles, passed))
    for (const back of backs)
      yield { points: withGutter(wayBack(source, target, lane), back), entry: 'right' };
}

/** Heights at which a way may lead from one row to another, the best first. */
function* lanesBetween(
  source: Box,
  target: Box,
  obstacles: Obstacles,
  frames: readonly Box[],
): Iterable<number> {
  const down = source.y + source.height <= target.y;
  const up = target.y + target.height <= source.y;
  if (down || up) {
    const [upper, lower] = down ? [source, target] : [target, source];
    const [left, right] = [target.x - gutter, source.x + source.width + gutter];
    const between = {
      x: Math.min(left, right),
      y: upper.y + upper.height,
      width: Math.abs(right - left),
      height: lower.y - upper.y - upper.height,
    };
    const bands = obstacles.bands(between, frames);
    const [widest] = bands.toSorted((one, other) => other.bottom - other.top - (one.bottom - one.top));
    if (widest !== undefined) yield Math.min(widest.top + laneDepth, (widest.top + widest.bottom) / 2);
  }
  const lanes = [laneBelow(source, target, obstacles), laneAbove(source, target, obstacles)];
  yield* up ? lanes.toReversed() : lanes;
}

/** The way with its last turn this far from the target. */
function withGutter(way: readonly Point[], distance: number): readonly Point[] {
  return way.map((point, index) =>
    index === way.length - 2 || index === way.length - 3
      ? { ...point, x: point.x + gutter - distance }
      : point,
  );
}

/** The first free lane beneath a card that reaches from it to another. */
function laneBelow(source: Box, target: Box, obstacles: Obstacles): number {
  const [out, back] = [source.x + source.width + gutter, target.x - gutter];
  let lane = source.y + source.height + laneDepth;
  for (;;) {
    const hit = obstacles.hit({ x: out, y: lane }, { x: back, y: lane }, []);
    if (hit === undefined) return lane;
    lane = hit.y + hit.height + laneDepth;
  }
}

/** The first free lane above a card that reaches from it to another. */
function laneAbove(source: Box, target: Box, obstacles: Obstacles): number {
  const [out, back] = [source.x + source.width + gutter, target.x - gutter];
  let lane = source.y - nameHeight - gutter;
  for (;;) {
    const hit = obstacles.hit({ x: out, y: lane }, { x: back, y: lane }, []);
    if (hit === undefined) return lane;
    lane = hit.y - nameHeight - gutter;
  }
}

function targetsOf(
  cards: ReadonlyMap<string, Box>,
  edges: readonly Connection[],
): ReadonlyMap<string, readonly Box[]> {
  const targets = new Map<string, Box[]>();
  for (const { from, to } of edges) {
    const box = cards.get(to);
    if (box === undefined) continue;
    const known = targets.get(from);
    if (known === undefined) targets.set(from, [box]);
    else known.push(box);
  }
  return targets;
}
