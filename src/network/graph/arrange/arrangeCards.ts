/** Edits that put several cards in line. Cards are named by the keys of visible items. */
import { moveItems } from '../blocks/moveItems';
import { type VisibleItem, visibleItems } from '../blocks/visibleItems';
import type { NetworkDocument } from '../document';
import type { Edit } from '../edits';
import { sumCircle } from '../layout';
import { type Alignment, alignBoxes } from './alignBoxes';
import type { Axis } from './axis';
import { distributeBoxes, type NamedBox } from './distributeBoxes';

/** Aligns an edge or the middles of cards as they are drawn. */
export function alignCards(document: NetworkDocument, keys: ReadonlySet<string>, alignment: Alignment): Edit {
  const arranged = arrange(document, keys, (boxes) => alignBoxes(boxes, alignment));
  return { label: `Align ${keys.size} cards`, changes: arranged };
}

/** Makes the gaps between cards equal, from left to right (x) or from top to bottom (y). */
export function distributeCards(document: NetworkDocument, keys: ReadonlySet<string>, axis: Axis): Edit {
  const arranged = arrange(document, keys, (boxes) => distributeBoxes(boxes, axis));
  return { label: `Distribute ${keys.size} cards`, changes: arranged };
}

function arrange(
  document: NetworkDocument,
  keys: ReadonlySet<string>,
  plan: (boxes: readonly NamedBox[]) => readonly NamedBox[],
): Edit['changes'] {
  const items = visibleItems(document).items.filter(({ key }) => keys.has(key));
  const boxes = items.map((item) => ({ key: item.key, ...drawnBox(item) }));
  const planned = new Map(plan(boxes).map((box) => [box.key, box]));
  const positions = items.flatMap(({ key, position }, place) => {
    const [before, after] = [boxes[place], planned.get(key)];
    if (before === undefined || after === undefined) return [];
    return [[key, { x: position.x + after.x - before.x, y: position.y + after.y - before.y }] as const];
  });
  return moveItems(document, Object.fromEntries(positions));
}

/** The place that a card takes up, or the circle in its middle as which an addition is drawn. */
function drawnBox(item: VisibleItem): { x: number; y: number; width: number; height: number } {
  const { position, width, height } = item;
  if (item.type !== 'layer' || item.layer.kind !== 'add') return { ...position, width, height };
  return {
    x: position.x + (width - sumCircle) / 2,
    y: position.y + (height - sumCircle) / 2,
    width: sumCircle,
    height: sumCircle,
  };
}
