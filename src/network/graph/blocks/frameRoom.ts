import type { NetworkDocument, Position } from '../document';
import { applyEdit, type Change } from '../edits';
import { type BlockFrame, blockFrames, framePadding } from './blockFrames';
import { blockTree } from './blockTree';
import { moveItems, shiftLayers } from './moveItems';
import { blockKey, type VisibleItem, visibleItems } from './visibleItems';

/** Whether a card lies on another. */
export function someCovered(items: readonly VisibleItem[]): boolean {
  return items.some((item, index) =>
    items.slice(index + 1).some((other) => overlap(boxOf(item), boxOf(other))),
  );
}

/**
 * Where the frame of a block that was opened covers other cards: moves it clear of those in front of it and above, and
 * what is behind it and below clear of it.
 */
export function makeRoomForFrame(
  before: NetworkDocument,
  opened: NetworkDocument,
  id: string,
): readonly Change[] {
  const { items } = visibleItems(before);
  const card = items.find(({ key }) => key === blockKey(id));
  const others = items.filter((item) => item !== card);
  const frame = frameOf(opened, id);
  if (card === undefined || frame === null) return [];
  if (!others.some((item) => overlap(withLane(boxOf(item)), frame))) return [];
  const isBelow = ({ position }: VisibleItem) => position.y >= card.position.y + card.height;
  const isBehind = ({ position, height }: VisibleItem) =>
    position.x >= card.position.x + card.width && position.y + height > card.position.y;
  const staying = others.filter((item) => !isBelow(item) && !isBehind(item));
  const by = clearOf(frame, staying, card);
  const ids = blockTree(opened)
    .layers(id)
    .map((layer) => layer.id);
  const shift = shiftLayers(opened, ids, by);
  const right = Math.max(0, frame.x + by.x + frame.width - (card.position.x + card.width));
  const down = Math.max(0, frame.y + by.y + frame.height - (card.position.y + card.height));
  const moved = others.flatMap((item): [string, Position][] => {
    const { x, y } = item.position;
    if (isBelow(item)) return [[item.key, { x, y: y + down }]];
    return isBehind(item) ? [[item.key, { x: x + right, y }]] : [];
  });
  const shifted = applyEdit(opened, { label: '', changes: shift }).document;
  return [...shift, ...moveItems(shifted, Object.fromEntries(moved))];
}

/** How far the frame moves right until it is clear of what stands in front of the card, and down of what is above. */
function clearOf(frame: BlockFrame, staying: readonly VisibleItem[], card: VisibleItem): Position {
  const left = Math.max(0, card.position.x - (frame.x + framePadding.side));
  let [x, y] = [left, 0];
  for (const item of staying) {
    const box = withLane(boxOf(item));
    if (!overlap(box, { ...frame, x: frame.x + x, y: frame.y + y })) continue;
    if (box.y + box.height - laneRoom <= card.position.y) y = Math.max(y, box.y + box.height - frame.y);
    else x = Math.max(x, box.x + box.width - frame.x);
  }
  return { x, y };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Room beneath a card for connections that lead back to the next row, clear of the title of a frame. */
const laneRoom = 30;

function withLane(box: Box): Box {
  return { ...box, height: box.height + laneRoom };
}

function frameOf(document: NetworkDocument, id: string): BlockFrame | null {
  return blockFrames(document).find(({ block }) => block.id === id) ?? null;
}

function boxOf({ position: { x, y }, width, height }: VisibleItem): Box {
  return { x, y, width, height };
}

function overlap(left: Box, right: Box): boolean {
  return (
    left.x < right.x + right.width &&
    left.x + left.width > right.x &&
    left.y < right.y + right.height &&
    left.y + left.height > right.y
  );
}
