import { type Box, type Point, passesThrough, widened } from './box';

/** Room that a connection leaves beside a card, in px. */
const clearance = 5;
/** Room above a card that its name takes. */
export const nameHeight = 18;
const cell = 256;

/** The cards of a canvas, filed by where they stand, so that those near a stretch are found at once. */
export class Obstacles {
  readonly #cells = new Map<string, Box[]>();
  readonly boxes: readonly Box[];

  constructor(boxes: readonly Box[]) {
    this.boxes = boxes;
    for (const box of boxes) {
      const { x, y, width, height } = kept(box);
      for (const key of cellsOf({ x, y }, { x: x + width, y: y + height })) {
        const filed = this.#cells.get(key);
        if (filed === undefined) this.#cells.set(key, [box]);
        else filed.push(box);
      }
    }
  }

  /** The first card that a stretch comes too near to; to its own two cards it may come as near as it likes. */
  hit(start: Point, end: Point, own: readonly Box[]): Box | undefined {
    for (const key of cellsOf(start, end))
      for (const box of this.#cells.get(key) ?? [])
        if (passesThrough(start, end, own.includes(box) ? box : kept(box))) return box;
    return undefined;
  }

  /** The bands of a rectangle, from its left to its right, that are free of cards and of these frames; from the top. */
  bands(area: Box, frames: readonly Box[]): readonly { readonly top: number; readonly bottom: number }[] {
    const near = new Set<Box>(frames.filter((frame) => meets(frame, area)));
    const [start, end] = [area, { x: area.x + area.width, y: area.y + area.height }];
    for (const key of cellsOf(start, end))
      for (const box of this.#cells.get(key) ?? []) if (meets(box, area)) near.add(box);
    const bands: { top: number; bottom: number }[] = [];
    let top = start.y;
    for (const { y, height } of [...near].sort((left, right) => left.y - right.y)) {
      if (y > top) bands.push({ top, bottom: y });
      top = Math.max(top, y + height);
    }
    if (end.y > top) bands.push({ top, bottom: end.y });
    return bands;
  }

  /** Whether a card stands in this area; its name doesn't count. */
  meets(area: Box): boolean {
    const end = { x: area.x + area.width, y: area.y + area.height };
    for (const key of cellsOf(area, end))
      if (this.#cells.get(key)?.some((box) => meets(box, area)) === true) return true;
    return false;
  }

  /** Whether the whole way through these corners keeps clear of all cards. */
  isFree(points: readonly Point[], own: readonly Box[]): boolean {
    return points.every((end, index) => {
      const start = points[index - 1];
      return start === undefined || this.hit(start, end, own) === undefined;
    });
  }
}

function meets(box: Box, area: Box): boolean {
  return (
    box.x < area.x + area.width &&
    box.x + box.width > area.x &&
    box.y < area.y + area.height &&
    box.y + box.height > area.y
  );
}

function kept(box: Box): Box {
  return widened(box, clearance, nameHeight, clearance, clearance);
}

function* cellsOf(start: Point, end: Point): Iterable<string> {
  const [left, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
  const [top, bottom] = [Math.min(start.y, end.y), Math.max(start.y, end.y)];
  for (let column = Math.floor(left / cell); column <= Math.floor(right / cell); column += 1)
    for (let row = Math.floor(top / cell); row <= Math.floor(bottom / cell); row += 1)
      yield `${column} ${row}`;
}
