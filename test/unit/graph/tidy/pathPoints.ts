import type { Point } from '../../../../src/network/graph/routing/box';

/** Points on the way of an SVG path of the commands M, L, H, V and Q, no further from one another than `step` px. */
export function pathPoints(path: string, step = 2): readonly Point[] {
  const points: Point[] = [];
  let pen: Point = { x: 0, y: 0 };
  for (const [, command = '', text = ''] of path.matchAll(/([MLHVQ])([^MLHVQ]*)/g)) {
    const [first = 0, second = 0, third = 0, fourth = 0] = text.trim().split(/[ ,]+/).map(Number);
    const start = pen;
    if (command === 'Q') {
      pen = { x: third, y: fourth };
      for (let share = 0; share <= 1; share += 1 / 16)
        points.push(
          between(
            between(start, { x: first, y: second }, share),
            between({ x: first, y: second }, pen, share),
            share,
          ),
        );
      continue;
    }
    if (command === 'H') pen = { x: first, y: start.y };
    else if (command === 'V') pen = { x: start.x, y: first };
    else pen = { x: first, y: second };
    if (command === 'M') continue;
    const steps = Math.max(1, Math.ceil(Math.hypot(pen.x - start.x, pen.y - start.y) / step));
    for (let index = 0; index <= steps; index += 1) points.push(between(start, pen, index / steps));
  }
  return points;
}

function between(start: Point, end: Point, share: number): Point {
  return { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share };
}
