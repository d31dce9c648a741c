import type { Box, Point } from '../routing/box';
import { type Axis, around, middleOf, type Stretch, stretchOf } from './axis';

/** A line that what is moved has in common with cards that stand: across `axis` at this place, from one to the other. */
export interface Guide {
  readonly axis: Axis;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What draws what is moved to it; null for what does not. In px at 100 % zoom. */
export interface SnapRules {
  /** Distance of the lines of the grid. */
  readonly grid: number | null;
  /** How near an edge or middle of another card must be. */
  readonly reach: number | null;
}

interface Snapped {
  /** How far what is moved goes. */
  readonly by: Point;
  readonly guides: readonly Guide[];
}

/**
 * How far boxes go that are led by so much: until an edge or the middle of all together meets that of another card that
 * is near, or else until `anchor`, a place that moves along, comes to lie on the grid; without both, to a whole px.
 */
export function snapShift(
  moving: readonly Box[],
  anchor: Point,
  led: Point,
  others: readonly Box[],
  { grid, reach }: SnapRules,
): Snapped {
  if (moving.length === 0) return { by: { x: 0, y: 0 }, guides: [] };
  const settle = (axis: Axis): { readonly by: number; readonly met: boolean } => {
    const whole = around(moving.map((box) => stretchOf(box, axis)));
    const met =
      reach === null ? null : nearest(linesOf(shifted(whole, led[axis])), linesAt(others, axis), reach);
    if (met !== null) return { by: led[axis] + met, met: true };
    const step = grid ?? 1;
    return { by: Math.round((anchor[axis] + led[axis]) / step) * step - anchor[axis], met: false };
  };
  const [x, y] = [settle('x'), settle('y')];
  const by = { x: x.by, y: y.by };
  const landed = moving.map((box) => ({ ...box, x: box.x + by.x, y: box.y + by.y }));
  return {
    by,
    guides: [
      ...(x.met ? guidesAlong(landed, others, 'x') : []),
      ...(y.met ? guidesAlong(landed, others, 'y') : []),
    ],
  };
}

/** The lines that a stretch can meet others at: its middle, which is what levels connections, and its ends. */
function linesOf(stretch: Stretch): readonly number[] {
  return [middleOf(stretch), stretch.start, stretch.end];
}

function linesAt(boxes: readonly Box[], axis: Axis): readonly number[] {
  return boxes.flatMap((box) => linesOf(stretchOf(box, axis)));
}

function shifted({ start, end }: Stretch, by: number): Stretch {
  return { start: start + by, end: end + by };
}

/** The least distance from a line to one of the others within reach; null where none is. */
function nearest(lines: readonly number[], others: readonly number[], reach: number): number | null {
  let best: number | null = null;
  for (const line of lines)
    for (const other of others) {
      const distance = other - line;
      if (Math.abs(distance) <= reach && (best === null || Math.abs(distance) < Math.abs(best)))
        best = distance;
    }
  return best;
}

/** Numbers that differ by less are the same line. */
const same = 0.01;

/** The lines that boxes have in common with others. Where cards of one size share all, that of their middles says it. */
function guidesAlong(moved: readonly Box[], others: readonly Box[], axis: Axis): readonly Guide[] {
  const across: Axis = axis === 'x' ? 'y' : 'x';
  const [middle, ...ends] = linesOf(around(moved.map((box) => stretchOf(box, axis))));
  const guideAt = (at: number): readonly Guide[] => {
    const level = others.filter((box) =>
      linesOf(stretchOf(box, axis)).some((line) => Math.abs(line - at) < same),
    );
    if (level.length === 0) return [];
    const { start, end } = around([...moved, ...level].map((box) => stretchOf(box, across)));
    return [{ axis, at, from: start, to: end }];
  };
  const inMiddle = middle === undefined ? [] : guideAt(middle);
  return inMiddle.length > 0 ? inMiddle : ends.flatMap(guideAt);
}
