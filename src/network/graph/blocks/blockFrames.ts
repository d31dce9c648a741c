import type { Block, NetworkDocument } from '../document';
import { sumCircle } from '../layout';
import { archedBlocks } from './archedBlocks';
import { type BlockTree, blockTree } from './blockTree';
import { type VisibleItem, visibleItems } from './visibleItems';

/** The frame of an open block around the cards in it, in px at 100 % zoom. */
export interface BlockFrame {
  readonly block: Block;
  /** How many frames are around it. */
  readonly depth: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Room of a frame around what is in it; above there is its title, over the arcs of shortcuts and the names of cards. */
export const framePadding = { side: 20, top: 64, bottom: 16 } as const;
/** Room above where no shortcut leads over the cards. */
const topWithoutArcs = 48;

/** The frames of all open blocks that are seen, outer ones first. */
export function blockFrames(
  document: NetworkDocument,
  items: readonly VisibleItem[] = visibleItems(document).items,
  tree: BlockTree = blockTree(document),
): readonly BlockFrame[] {
  const cards = new Map<string, VisibleItem[]>();
  for (const item of items) {
    const inner = item.type === 'layer' ? item.layer.block : item.block.parent;
    const [block] = tree.around(inner);
    if (block === undefined) continue;
    const filed = cards.get(block.id);
    if (filed === undefined) cards.set(block.id, [item]);
    else filed.push(item);
  }
  const arched = archedBlocks(document);
  const frames: BlockFrame[] = [];
  const draw = (block: Block, depth: number): BlockFrame | null => {
    if (block.collapsed) return null;
    const place = frames.length;
    const inner = tree.inside(block.id).flatMap((child) => draw(child, depth + 1) ?? []);
    const boxes = [...(cards.get(block.id) ?? []).map(boxOf), ...inner];
    if (boxes.length === 0) return null;
    const top = arched.has(block.id) || inner.length > 0 ? framePadding.top : topWithoutArcs;
    const frame = { block, depth, ...around(boxes, top) };
    frames.splice(place, 0, frame);
    return frame;
  };
  for (const block of tree.inside(null)) draw(block, 0);
  return frames;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An addition is narrower than the place that it takes up. */
function boxOf({ position: { x, y }, width, height, ...item }: VisibleItem): Box {
  const narrower = item.type === 'layer' && item.layer.kind === 'add' ? width - sumCircle : 0;
  return { x: x + narrower / 2, y, width: width - narrower, height };
}

function around(boxes: readonly Box[], top: number): Box {
  const { side, bottom } = framePadding;
  let [left, upper, right, lower] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    upper = Math.min(upper, y);
    right = Math.max(right, x + width);
    lower = Math.max(lower, y + height);
  }
  return {
    x: left - side,
    y: upper - top,
    width: right - left + 2 * side,
    height: lower - upper + top + bottom,
  };
}
