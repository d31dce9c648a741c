import type { Analysis } from '../../analysis/analysis';
import { framePadding } from '../blocks/blockFrames';
import { blockTree } from '../blocks/blockTree';
import { moveItems } from '../blocks/moveItems';
import { blockKey, visibleItems } from '../blocks/visibleItems';
import type { NetworkDocument, Position } from '../document';
import type { Edit } from '../edits';
import { canvasGrid } from '../layout';
import { placeOfTag } from '../tags/placeOfTag';
import { onGrid } from './area';
import { halfCard, levelFlow } from './levelItems';
import { levelsOf } from './levels';
import { pageArea } from './page';
import { connectedParts } from './pieces';

/**
 * Puts all cards in order: from left to right as data flows, in rows that wrap like text where a stage ends. Branches
 * run side by side, shortcuts have room above their row, open blocks have their frame, and what has no connection
 * comes last.
 */
export function tidyLayout(document: NetworkDocument, analysis: Analysis): Edit {
  const tree = blockTree(document);
  const ids = new Map(document.blocks.map(({ id }) => [blockKey(id), id]));
  const seen = visibleItems(document, tree);
  const levels = levelsOf(seen, tree);
  const shape = { ...pageShape, width: widthWithFrames(seen.items.length) };
  const blockOf = (key: string) => ids.get(key) ?? '';
  const flow = levelFlow(levels, null, { analysis, blockOf, shape });
  const positions = new Map<string, Position>();
  let ceiling: number = canvasGrid.top;
  const parts = connectedParts(flow, flow.order);
  const [alone, together] = [parts.filter(isCard), parts.filter((part) => !isCard(part))];
  for (const part of together) {
    const page = pageArea(flow, part, pageShape);
    const line = ceiling + onGrid(page.up - halfCard) + halfCard;
    for (const { id, x, y, width } of page.places)
      positions.set(id, { x: canvasGrid.left + x - inset(width), y: line + y - halfCard });
    ceiling = line + onGrid(page.down - halfCard) + halfCard + pageShape.rowGap;
  }
  for (const [index, id] of alone.flat().entries())
    positions.set(id, {
      x: canvasGrid.left + (index % aloneInRow) * canvasGrid.column,
      y: ceiling + Math.floor(index / aloneInRow) * canvasGrid.row,
    });
  for (const item of seen.items)
    if (item.type === 'layer')
      for (const [place, tag] of item.tags.entries())
        positions.set(tag.id, placeOfTag(positions.get(item.key) ?? item.position, place));
  return { label: 'Tidy layout', changes: moveItems(document, Object.fromEntries(positions)) };

  function isCard(part: readonly string[]): boolean {
    const [id, ...others] = part;
    return id !== undefined && others.length === 0 && flow.items.get(id)?.area.frames.length === 0;
  }
}

/** A row may always hold seven cards; a page is so many times as wide as it is high, as screens are. */
const pageShape = {
  narrowest: 7 * canvasGrid.column,
  rowGap: canvasGrid.row - canvasGrid.cardHeight,
  aspect: 1.6,
} as const;

/** Width of rows in blocks where so many cards are seen: one for all of them, so that what is alike looks alike. */
function widthWithFrames(cards: number): number {
  const { column, row } = canvasGrid;
  return Math.sqrt(cards * column * (row + framePadding.top) * pageShape.aspect);
}

const aloneInRow = 6;

/** A narrow item stands in the middle of a card's place. */
function inset(width: number): number {
  return (canvasGrid.cardWidth - width) / 2;
}
