/** Paths of edges between cards, in px at 100 % zoom. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface EdgePath {
  /** The SVG path from the source's right side to the target. */
  readonly path: string;
  /** Where a label stands: the middle of the longest stretch. */
  readonly middle: { readonly x: number; readonly y: number };
  /** Direction in which the edge enters the target. */
  readonly entry: 'right' | 'down';
  /** True for one straight horizontal stretch. */
  readonly straight: boolean;
}

/** Length of an arrow head; the line ends where the head starts. */
export const arrowLength = 6;
const radius = 10;
/** Distance of the turns from the cards: the middle of the gap between two cards of a row. */
const gutter = 12;

/** The way from one card to the next: straight in a row, in steps to another row, back around the left for a new row. */
export function edgePath(source: Box, target: Box): EdgePath {
  const from = { x: source.x + source.width, y: source.y + source.height / 2 };
  const to = { x: target.x, y: target.y + target.height / 2 };
  const end = { x: to.x - arrowLength, y: to.y };
  if (to.x >= from.x + 2 * arrowLength) {
    if (Math.abs(to.y - from.y) < 1)
      return {
        path: `M${from.x} ${from.y}H${end.x}`,
        middle: between(from, end),
        entry: 'right',
        straight: true,
      };
    const turn = to.x - Math.min(gutter, (to.x - from.x) / 2);
    return {
      path: polyline([from, { x: turn, y: from.y }, { x: turn, y: to.y }, end]),
      middle: { x: turn, y: (from.y + to.y) / 2 },
      entry: 'right',
      straight: false,
    };
  }
  const out = from.x + gutter;
  const back = to.x - gutter;
  const lane = laneBetween(source, target);
  return {
    path: polyline([
      from,
      { x: out, y: from.y },
      { x: out, y: lane },
      { x: back, y: lane },
      { x: back, y: to.y },
      end,
    ]),
    middle: { x: (out + back) / 2, y: lane },
    entry: 'right',
    straight: false,
  };
}

/** A shortcut over the cards between two layers: up, along above them, and down into the target's top. */
export function shortcutPath(source: Box, target: Box): EdgePath {
  const from = { x: source.x + source.width, y: source.y + source.height / 2 };
  const to = { x: target.x + target.width / 2, y: target.y - arrowLength };
  const lift = from.x + 8;
  const lane = Math.min(source.y, target.y - (78 - target.height) / 2) - 26;
  return {
    path: polyline([from, { x: lift, y: from.y }, { x: lift, y: lane }, { x: to.x, y: lane }, to], 16),
    middle: { x: (lift + to.x) / 2, y: lane },
    entry: 'down',
    straight: false,
  };
}

/** Height of the horizontal stretch of a way back: halfway between the rows, or below both where they overlap. */
function laneBetween(source: Box, target: Box): number {
  const [sourceBottom, targetBottom] = [source.y + source.height, target.y + target.height];
  if (target.y >= sourceBottom) return (sourceBottom + target.y) / 2;
  if (source.y >= targetBottom) return (targetBottom + source.y) / 2;
  return Math.max(sourceBottom, targetBottom) + 30;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function between(left: Point, right: Point): Point {
  return { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
}

/** Straight stretches with round corners. */
function polyline(points: readonly Point[], corner = radius): string {
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (before === undefined) return `M${point.x} ${point.y}`;
      if (after === undefined) return `L${point.x} ${point.y}`;
      const r = Math.min(corner, distance(before, point) / 2, distance(point, after) / 2);
      const enter = towards(point, before, r);
      const leave = towards(point, after, r);
      return `L${enter.x} ${enter.y}Q${point.x} ${point.y} ${leave.x} ${leave.y}`;
    })
    .join('');
}

function distance(left: Point, right: Point): number {
  return Math.hypot(right.x - left.x, right.y - left.y);
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to);
  if (whole === 0) return from;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}
