import type { Box } from '../routing/box';

/** The two directions of the canvas: x from left to right, y from top to bottom. */
export type Axis = 'x' | 'y';

/** What a box takes up of an axis, in px at 100 % zoom. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export function stretchOf(box: Box, axis: Axis): Stretch {
  return axis === 'x' ? { start: box.x, end: box.x + box.width } : { start: box.y, end: box.y + box.height };
}

export function middleOf({ start, end }: Stretch): number {
  return (start + end) / 2;
}

export function lengthOf({ start, end }: Stretch): number {
  return end - start;
}

/** The stretch that reaches over all of these; there must be one. */
export function around(stretches: readonly Stretch[]): Stretch {
  return {
    start: Math.min(...stretches.map(({ start }) => start)),
    end: Math.max(...stretches.map(({ end }) => end)),
  };
}
