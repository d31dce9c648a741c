import type { Box, Point } from './box';
import { arrowLength, entryOf, exitOf, gutter } from './edgePath';
import { nameHeight, type Obstacles } from './obstacles';

/** A turn costs as much as this many px of way. */
const turnCost = 60;
/** Cards further away than this from the two ends stand in nobody's way, in px. */
const reach = 700;

interface Step {
  readonly column: number;
  readonly row: number;
  readonly level: boolean;
  readonly cost: number;
  readonly guess: number;
  readonly before: Step | null;
}

/**
 * The shortest way with few turns from a card's right side to another's left side that passes no card: along the
 * gutters beside the cards and the lanes above and below them. Null where the cards leave no room.
 */
export function searchRoute(source: Box, target: Box, obstacles: Obstacles): readonly Point[] | null {
  const [from, to] = [exitOf(source), entryOf(target)];
  const near = obstacles.boxes.filter((box) => isNear(box, from, to));
  const columns = coordinates(
    near.flatMap(({ x, width }) => [x - gutter, x + width + gutter]),
    [from.x + gutter, to.x - gutter + arrowLength],
  );
  const rows = coordinates(
    near.flatMap(({ y, height }) => [y - nameHeight - 10, y + height + 14]),
    [from.y, to.y],
  );
  const goal = { column: columns.indexOf(to.x - gutter + arrowLength), row: rows.indexOf(to.y) };
  const start = { column: columns.indexOf(from.x + gutter), row: rows.indexOf(from.y) };
  const own = [source, target];
  const at = (column: number, row: number): Point => ({ x: columns[column] ?? 0, y: rows[row] ?? 0 });
  const guessFrom = (column: number, row: number) =>
    Math.abs((columns[column] ?? 0) - (columns[goal.column] ?? 0)) +
    Math.abs((rows[row] ?? 0) - (rows[goal.row] ?? 0));

  const open = new Queue();
  const best = new Map<number, number>();
  open.put({ ...start, level: true, cost: 0, guess: guessFrom(start.column, start.row), before: null });
  for (let step = open.take(); step !== undefined; step = open.take()) {
    const key = (step.row * columns.length + step.column) * 2 + (step.level ? 1 : 0);
    if ((best.get(key) ?? Number.POSITIVE_INFINITY) <= step.cost) continue;
    best.set(key, step.cost);
    if (step.column === goal.column && step.row === goal.row) return corners([from, ...wayTo(step, at), to]);
    for (const [across, down] of directions) {
      const [column, row] = [step.column + across, step.row + down];
      if (column < 0 || row < 0 || column >= columns.length || row >= rows.length) continue;
      const [here, there] = [at(step.column, step.row), at(column, row)];
      if (obstacles.hit(here, there, own) !== undefined) continue;
      const level = down === 0;
      const length = Math.abs(there.x - here.x) + Math.abs(there.y - here.y);
      const cost = step.cost + length + (level === step.level ? 0 : turnCost);
      open.put({ column, row, level, cost, guess: cost + guessFrom(column, row), before: step });
    }
  }
  return null;
}

const directions = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

function isNear({ x, y, width, height }: Box, from: Point, to: Point): boolean {
  return (
    x + width > Math.min(from.x, to.x) - reach &&
    x < Math.max(from.x, to.x) + reach &&
    y + height > Math.min(from.y, to.y) - reach &&
    y < Math.max(from.y, to.y) + reach
  );
}

function coordinates(...values: readonly (readonly number[])[]): readonly number[] {
  return [...new Set(values.flat())].sort((left, right) => left - right);
}

function wayTo(last: Step, at: (column: number, row: number) => Point): readonly Point[] {
  const points: Point[] = [];
  for (let step: Step | null = last; step !== null; step = step.before)
    points.unshift(at(step.column, step.row));
  return points;
}

/** Only the points at which the way turns, and its ends. */
function corners(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    const level = before !== undefined && last !== undefined && before.y === last.y && last.y === point.y;
    const upright = before !== undefined && last !== undefined && before.x === last.x && last.x === point.x;
    if (level || upright) kept.pop();
    kept.push(point);
  }
  return kept;
}

/** Steps, the most promising first. */
class Queue {
  readonly #heap: Step[] = [];

  put(step: Step): void {
    const heap = this.#heap;
    let place = heap.push(step) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || above.guess <= step.guess) break;
      heap[place] = above;
      place = parent;
    }
    heap[place] = step;
  }

  take(): Step | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let place = 0;
    for (;;) {
      const [left, right] = [heap[2 * place + 1], heap[2 * place + 2]];
      if (left === undefined) break;
      const child = right !== undefined && right.guess < left.guess ? right : left;
      if (child.guess >= last.guess) break;
      heap[place] = child;
      place = child === left ? 2 * place + 1 : 2 * place + 2;
    }
    heap[place] = last;
    return first;
  }
}
