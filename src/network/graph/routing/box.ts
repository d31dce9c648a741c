/** A place on the canvas, in px at 100 % zoom. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle on the canvas: its top left corner and its size. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Whether a level or upright stretch passes through the inside of a box; along its border is outside. */
export function passesThrough(start: Point, end: Point, { x, y, width, height }: Box): boolean {
  return (
    Math.max(start.x, end.x) > x &&
    Math.min(start.x, end.x) < x + width &&
    Math.max(start.y, end.y) > y &&
    Math.min(start.y, end.y) < y + height
  );
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** The box with this much more room on each side. */
export function widened(box: Box, left: number, top = left, right = left, bottom = top): Box {
  return {
    x: box.x - left,
    y: box.y - top,
    width: box.width + left + right,
    height: box.height + top + bottom,
  };
}
