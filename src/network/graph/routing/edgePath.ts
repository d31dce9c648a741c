import type { Box, Point } from './box';
import { roundedPath } from './roundedPath';

/** The way of a connection from one card to another, in px at 100 % zoom. */
export interface EdgePath {
  /** The SVG path from the source's right side to the target. */
  readonly path: string;
  /** The corners of the path, its two ends included. */
  readonly points: readonly Point[];
  /** Where a label stands: the middle of the longest level stretch, or of the whole. */
  readonly middle: Point;
  /** Direction in which the edge enters the target. */
  readonly entry: 'right' | 'down';
  /** True for one straight level stretch. */
  readonly straight: boolean;
}

/** Length of an arrow head; the line ends where the head starts. */
export const arrowLength = 6;
/** Distance of the turns from the cards: the middle of the gap between two cards of a row. */
export const gutter = 12;
/** Distance of a shortcut's level stretch from the cards beneath it: clear of their names. */
export const arcHeight = 26;
/** Distance of a way back from the row that it comes from. */
export const laneDepth = 20;

/** Where a connection leaves a card. */
export function exitOf(source: Box): Point {
  return { x: source.x + source.width, y: source.y + source.height / 2 };
}

/** Where a connection ends in front of a card's left side. */
export function entryOf(target: Box): Point {
  return { x: target.x - arrowLength, y: target.y + target.height / 2 };
}

/** Where a connection ends above a card. */
export function topEntryOf(target: Box): Point {
  return { x: target.x + target.width / 2, y: target.y - arrowLength };
}

/** A way through these corners. */
export function pathThrough(points: readonly Point[], entry: EdgePath['entry'], radius?: number): EdgePath {
  const [start, end] = longestLevel(points);
  return {
    path: points.length === 2 ? straightPath(points) : roundedPath(points, radius),
    points,
    middle: { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 },
    entry,
    straight: points.length === 2,
  };
}

/** The way from one card to the next where nothing else is near: straight, in a step, or back around the left for a new row. */
export function edgePath(source: Box, target: Box): EdgePath {
  const [from, end] = [exitOf(source), entryOf(target)];
  if (target.x >= from.x + 2 * arrowLength) return pathThrough(stepTo(from, end, target.x), 'right');
  return pathThrough(wayBack(source, target, laneBetween(source, target)), 'right');
}

/** A shortcut over the cards between two layers where no others are near: up, along above them, and down. */
export function shortcutPath(source: Box, target: Box): EdgePath {
  return pathThrough(arc(exitOf(source), target, arcLane(source, target)), 'down', arcRadius);
}

export const arcRadius = 16;

/** Level, or with a turn in front of the target. */
export function stepTo(from: Point, end: Point, targetX: number): readonly Point[] {
  if (Math.abs(end.y - from.y) < 1) return [from, { x: end.x, y: from.y }];
  const turn = targetX - Math.min(gutter, (targetX - from.x) / 2);
  return [from, { x: turn, y: from.y }, { x: turn, y: end.y }, end];
}

/** Out of a row, along a lane, and around the left into another row. */
export function wayBack(source: Box, target: Box, lane: number): readonly Point[] {
  const [from, end] = [exitOf(source), entryOf(target)];
  const [out, back] = [from.x + gutter, target.x - gutter];
  return [from, { x: out, y: from.y }, { x: out, y: lane }, { x: back, y: lane }, { x: back, y: end.y }, end];
}

/** Up from a point, along, and down into the target's top. */
export function arc(start: Point, target: Box, lane: number): readonly Point[] {
  const end = topEntryOf(target);
  const lift = start.x + 8;
  return [start, { x: lift, y: start.y }, { x: lift, y: lane }, { x: end.x, y: lane }, end];
}

/** Height of an arc that nothing stands in the way of: clear of the names above a row of full cards. */
export function arcLane(source: Box, target: Box): number {
  return Math.min(source.y, target.y - Math.max(0, (78 - target.height) / 2)) - arcHeight;
}

/** Height of the level stretch of a way back: halfway between the rows, or below both where they overlap. */
function laneBetween(source: Box, target: Box): number {
  const [sourceBottom, targetBottom] = [source.y + source.height, target.y + target.height];
  if (target.y >= sourceBottom) return (sourceBottom + target.y) / 2;
  if (source.y >= targetBottom) return (targetBottom + source.y) / 2;
  return Math.max(sourceBottom, targetBottom) + 30;
}

function longestLevel(points: readonly Point[]): readonly [Point, Point] {
  let best: readonly [Point, Point] | null = null;
  for (const [index, end] of points.entries()) {
    const start = points[index - 1];
    if (start === undefined || Math.abs(start.y - end.y) >= 1) continue;
    if (best === null || Math.abs(end.x - start.x) > Math.abs(best[1].x - best[0].x)) best = [start, end];
  }
  const first = points[0] ?? { x: 0, y: 0 };
  return best ?? [first, points.at(-1) ?? first];
}

function straightPath(points: readonly Point[]): string {
  const [from, end] = points;
  return from === undefined || end === undefined ? '' : `M${from.x} ${from.y}H${end.x}`;
}
