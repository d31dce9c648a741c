import { assertNever } from '../../assertNever';
import type { Box } from '../routing/box';
import { type Axis, around, lengthOf, middleOf, stretchOf } from './axis';

/** What boxes are to have in common: an edge, or the middle line from top to bottom (`centre`) or from left to right. */
export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof alignments)[number];

/** The axis along which boxes move to be aligned so. */
export function axisOf(alignment: Alignment): Axis {
  return alignment === 'left' || alignment === 'centre' || alignment === 'right' ? 'x' : 'y';
}

/** Moves boxes to the edge that lies furthest out among them, or to the middle of all together, which is a whole px. */
export function alignBoxes<Aligned extends Box>(
  boxes: readonly Aligned[],
  alignment: Alignment,
): readonly Aligned[] {
  if (boxes.length === 0) return [];
  const axis = axisOf(alignment);
  const whole = around(boxes.map((box) => stretchOf(box, axis)));
  const startOf = (box: Aligned): number => {
    const length = lengthOf(stretchOf(box, axis));
    switch (alignment) {
      case 'left':
      case 'top':
        return whole.start;
      case 'right':
      case 'bottom':
        return whole.end - length;
      case 'centre':
      case 'middle':
        return Math.round(middleOf(whole)) - length / 2;
      default:
        return assertNever(alignment);
    }
  };
  return boxes.map((box) => ({ ...box, [axis]: startOf(box) }));
}
