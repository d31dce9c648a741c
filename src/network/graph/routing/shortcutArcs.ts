import type { Box, Point } from './box';
import { arc, arcHeight, arcLane, arcRadius, type EdgePath, exitOf, gutter, pathThrough } from './edgePath';
import { nameHeight, type Obstacles } from './obstacles';

/** Distance of two arcs above one another. */
export const arcStep = 12;
/** Arcs that would have to rise further than this above their ends go another way, in px. */
const highest = 900;

/** The arcs of shortcuts above the cards that they skip; none lies on another. */
export class ShortcutArcs {
  readonly #obstacles: Obstacles;
  readonly #levels: { readonly left: number; readonly right: number; readonly lane: number }[] = [];

  constructor(obstacles: Obstacles) {
    this.#obstacles = obstacles;
  }

  /** The arc from a point of the way out of a card to another's top; null where cards leave no room for it. */
  add(start: Point, source: Box, target: Box): EdgePath | null {
    const first = arc(start, target, 0);
    const [left, right] = [first[1]?.x ?? 0, first[3]?.x ?? 0];
    const lowest = arcLane({ ...source, y: start.y - source.height / 2 }, target);
    for (let lane = lowest; lane > lowest - highest; ) {
      const higher = this.#inTheWay(left, right, lane);
      if (higher === null) {
        const points = arc(start, target, lane);
        if (!this.#obstacles.isFree(points, [source, target])) return null;
        this.#levels.push({ left, right, lane });
        return pathThrough(points, 'down', arcRadius);
      }
      lane = higher;
    }
    return null;
  }

  /** Where the next try is to be made; null where nothing is in the way. */
  #inTheWay(left: number, right: number, lane: number): number | null {
    const card = this.#obstacles.hit({ x: left, y: lane }, { x: right, y: lane }, []);
    if (card !== undefined) return Math.min(lane - 1, card.y - Math.max(arcHeight, nameHeight));
    const other = this.#levels.find(
      (level) => left < level.right && level.left < right && Math.abs(level.lane - lane) < arcStep,
    );
    return other === undefined ? null : other.lane - arcStep;
  }
}

/**
 * Where a shortcut's arc starts: where the connection leaves its card; or, where the cards that it skips begin a new
 * row, in front of the first of them. Null where the target stands in another row than both.
 */
export function arcStart(source: Box, target: Box, targets: readonly Box[]): Point | null {
  const exit = exitOf(source);
  if (exit.x < target.x && inRow(source, target)) return exit;
  let first: Box | null = null;
  for (const box of targets)
    if (box !== target && box.x < target.x && inRow(box, target) && (first === null || box.x < first.x))
      first = box;
  return first === null ? null : { x: first.x - gutter - 8, y: first.y + first.height / 2 };
}

function inRow(left: Box, right: Box): boolean {
  return Math.abs(left.y + left.height / 2 - right.y - right.height / 2) < 1;
}
