import type { Box } from '../routing/box';
import { type Axis, lengthOf, middleOf, stretchOf } from './axis';

/** A box by a name of its own, which decides where two have the same middle. */
export interface NamedBox extends Box {
  readonly key: string;
}

/**
 * Moves the boxes between the first and the last so that all gaps are equal, to a px; where there is no room for gaps,
 * so that their middles are equally far apart. First and last, by their middles, stay.
 */
export function distributeBoxes<Distributed extends NamedBox>(
  boxes: readonly Distributed[],
  axis: Axis,
): readonly Distributed[] {
  const middle = (box: Distributed): number => middleOf(stretchOf(box, axis));
  const length = (box: Distributed): number => lengthOf(stretchOf(box, axis));
  const row = boxes.toSorted((one, other) => middle(one) - middle(other) || compare(one.key, other.key));
  const [first, last] = [row[0], row.at(-1)];
  if (first === undefined || last === undefined || row.length < 3) return boxes;
  const steps = row.length - 1;
  const filled = row.reduce((sum, box) => sum + length(box), 0);
  const gap = (stretchOf(last, axis).end - stretchOf(first, axis).start - filled) / steps;
  const between = (middle(last) - middle(first)) / steps;
  const starts = new Map<string, number>();
  let next = stretchOf(first, axis).start;
  for (const [place, box] of row.entries()) {
    const start = gap >= 0 ? next : middle(first) + place * between - length(box) / 2;
    starts.set(box.key, box === first || box === last ? stretchOf(box, axis).start : Math.round(start));
    next += length(box) + gap;
  }
  return boxes.map((box) => ({ ...box, [axis]: starts.get(box.key) ?? box[axis] }));
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
