import type { Position } from './document';

/** Sizes of the canvas in px at 100 % zoom: a card while building, and the distance from card to card. */
export const canvasGrid = {
  cardWidth: 136,
  cardHeight: 78,
  column: 160,
  row: 150,
  left: 40,
  top: 60,
} as const;

/** Diameter of the circle as which an addition is drawn, in the middle of a card's place. */
export const sumCircle = 36;

/** Positions of a chain that wraps like text: the n-th row holds `rowLengths[n]` cards, from left to right. */
export function layOutRows(rowLengths: readonly number[]): readonly Position[] {
  const { column, row, left, top } = canvasGrid;
  return rowLengths.flatMap((length, line) =>
    Array.from({ length }, (_, place) => ({ x: left + place * column, y: top + line * row })),
  );
}
