import type { Box, Point } from './box';
import type { EdgePath } from './edgePath';
import { Obstacles } from './obstacles';

/** A label for a connection: what it is for, its width in px, and the ways on any of which it may stand. */
export interface Label<Key> {
  readonly key: Key;
  readonly width: number;
  readonly ways: readonly { readonly path: EdgePath; readonly source: Box }[];
}

/** Height of a label in px. */
export const labelHeight = 20;
const margin = 3;

/**
 * Where labels stand, by their middles: on a level stretch of their connection, or else below or above the card that
 * it comes from; never over a card, or over another label. Where there is no such place a label is left out.
 */
export function labelPlaces<Key>(
  cards: ReadonlyMap<string, Box>,
  labels: readonly Label<Key>[],
): ReadonlyMap<Key, Point> {
  const obstacles = new Obstacles([...cards.values()]);
  const taken: Box[] = [];
  const places = new Map<Key, Point>();
  for (const { key, width, ways } of labels) {
    const place = ways.flatMap(placesOn).find((middle) => {
      const box = boxAround(middle, width);
      return !obstacles.meets(box) && !taken.some((other) => overlap(other, box));
    });
    if (place === undefined) continue;
    places.set(key, place);
    taken.push(boxAround(place, width));
  }
  return places;
}

function placesOn({ path, source }: { readonly path: EdgePath; readonly source: Box }): readonly Point[] {
  const exit = source.x + source.width + 12;
  const levels = path.points.flatMap((end, index): Point[] => {
    const start = path.points[index - 1];
    if (start === undefined || Math.abs(start.y - end.y) >= 1) return [];
    return [{ x: (start.x + end.x) / 2, y: end.y }];
  });
  return [
    path.middle,
    ...levels,
    { x: exit, y: source.y + source.height + margin + labelHeight / 2 },
    { x: exit, y: source.y - margin - labelHeight / 2 },
  ];
}

function boxAround({ x, y }: Point, width: number): Box {
  return { x: x - width / 2, y: y - labelHeight / 2, width, height: labelHeight };
}

function overlap(left: Box, right: Box): boolean {
  return (
    Math.abs(left.x + left.width / 2 - right.x - right.width / 2) < (left.width + right.width) / 2 &&
    Math.abs(left.y - right.y) < labelHeight
  );
}
