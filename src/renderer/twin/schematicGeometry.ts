import type { Schematic } from '../../network/twin/schematic';
import type { Size } from '../charts/useSize';

/** Where a box of the drawing stands, in px. */
interface BoxPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly row: number;
}

export interface SchematicGeometry {
  readonly boxes: readonly BoxPlace[];
  /** Middle of each row. */
  readonly rows: readonly number[];
  /** Path from behind a box to the next; from row to row it leads around. */
  connection(box: number): string;
  /** Path over the boxes that a shortcut skips, and where it ends. */
  arc(
    from: number,
    to: number,
  ): { readonly path: string; readonly end: { readonly x: number; readonly y: number } };
}

/** Room for the names of the rows, in px. */
const labelExtent = 74;
const largest = { pitch: 60, width: 36, height: 46 };
/** Room at both ends of a row for what leads around. */
const turn = 16;

/** Lays a network in small out in rows. */
export function schematicGeometry({ rows }: Schematic, { width, height }: Size): SchematicGeometry {
  const longest = Math.max(1, ...rows.map(({ boxes }) => boxes.length));
  const left = labelExtent + turn;
  const pitch = Math.min(largest.pitch, (width - left - turn) / longest);
  const boxWidth = Math.max(2, Math.min(largest.width, pitch * 0.68));
  const rowPitch = Math.min(96, height / Math.max(1, rows.length));
  const boxHeight = Math.max(8, Math.min(largest.height, rowPitch * 0.5));
  const top = Math.max(0, (height - rowPitch * rows.length) / 2);
  const middle = (row: number) => top + (row + 0.56) * rowPitch;
  const boxes = rows.flatMap((row, line) =>
    row.boxes.map((_, place) => ({
      x: left + place * pitch,
      y: middle(line) - boxHeight / 2,
      width: boxWidth,
      height: boxHeight,
      row: line,
    })),
  );
  const gap = (pitch - boxWidth) / 2;
  /** The middle of the gap behind a box; in front of the first for −1. */
  const behind = (box: number) => {
    const place = boxes[box];
    if (place !== undefined)
      return { x: place.x + boxWidth + gap, y: place.y + boxHeight / 2, row: place.row };
    return { x: left - gap, y: middle(0), row: 0 };
  };
  return {
    boxes,
    rows: rows.map((_, row) => middle(row)),
    connection(box) {
      const [from, to] = [boxes[box], boxes[box + 1]];
      if (from === undefined || to === undefined) return '';
      const start = `M${from.x + boxWidth} ${from.y + boxHeight / 2}`;
      if (from.row === to.row) return `${start}H${to.x}`;
      const between = (from.y + boxHeight + to.y) / 2 + (boxHeight < rowPitch * 0.5 ? 0 : 2);
      return `${start}H${from.x + boxWidth + turn * 0.6}V${between}H${left - turn * 0.6}V${to.y + boxHeight / 2}H${to.x}`;
    },
    arc(from, to) {
      const end = behind(to);
      const begin = behind(from);
      const start = begin.row === end.row ? begin : { x: left - turn * 0.6, y: end.y };
      const over = end.y - boxHeight / 2 - Math.min(14, rowPitch * 0.16);
      const round = Math.max(0, Math.min(7, (end.x - start.x) / 2));
      const path = `M${start.x} ${start.y}V${over + round}Q${start.x} ${over} ${start.x + round} ${over}H${end.x - round}Q${end.x} ${over} ${end.x} ${over + round}V${end.y}`;
      return { path, end };
    },
  };
}
