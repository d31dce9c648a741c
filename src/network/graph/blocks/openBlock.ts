import type { Analysis } from '../../analysis/analysis';
import { clip } from '../clipping';
import type { NetworkDocument } from '../document';
import { applyEdit, type Change, type Edit } from '../edits';
import { tidyLayout } from '../tidy/tidyLayout';
import { cardAmong, setCollapsed } from './blockEdits';
import { blockTree } from './blockTree';
import { makeRoomForFrame, someCovered } from './frameRoom';
import { shiftLayers } from './moveItems';
import { itemsWithin } from './visibleItems';

/**
 * Opens a block or collapses it. A network that is in order stays so; in one that was laid out by hand, what lies to
 * the right of a block and beneath it makes room for its frame.
 */
export function toggleBlock(
  document: NetworkDocument,
  analysis: Analysis,
  id: string,
  collapsed: boolean,
): Edit {
  const edit = setCollapsed(document, id, collapsed);
  if (edit.changes.length === 0) return edit;
  const toggled = after(document, edit.changes);
  if (tidyLayout(document, analysis).changes.length === 0)
    return { ...edit, changes: [...edit.changes, ...tidyLayout(toggled, analysis).changes] };
  if (collapsed) return edit;
  const inside = placeInside(toggled, analysis, id);
  const room = makeRoomForFrame(document, after(toggled, inside), id);
  return { ...edit, changes: [...edit.changes, ...inside, ...room] };
}

/** Opens or collapses all blocks, those inside of others too, in one edit. A network that is in order stays so. */
export function toggleAllBlocks(document: NetworkDocument, analysis: Analysis, collapsed: boolean): Edit {
  const label = collapsed ? 'Collapse all blocks' : 'Open all blocks';
  const others = document.blocks.filter((block) => block.collapsed !== collapsed);
  if (others.length === 0) return { label, changes: [] };
  const inOrder = tidyLayout(document, analysis).changes.length === 0;
  let toggled = document;
  const changes: Change[] = [];
  for (const { id } of others) {
    const edit = inOrder
      ? setCollapsed(toggled, id, collapsed)
      : toggleBlock(toggled, analysis, id, collapsed);
    changes.push(...edit.changes);
    toggled = after(toggled, edit.changes);
  }
  return { label, changes: inOrder ? [...changes, ...tidyLayout(toggled, analysis).changes] : changes };
}

/** Puts what is in a block that was opened where its card was, and in order where cards lie on one another. */
function placeInside(opened: NetworkDocument, analysis: Analysis, id: string): readonly Change[] {
  const ids = blockTree(opened)
    .layers(id)
    .map((layer) => layer.id);
  const ordered = someCovered(itemsWithin(opened, id)) ? tidyPart(opened, analysis, ids) : [];
  const placed = after(opened, ordered);
  const first = cardAmong(itemsWithin(placed, id));
  const card = opened.blocks.find((block) => block.id === id)?.position ?? first;
  return [...ordered, ...shiftLayers(placed, ids, { x: card.x - first.x, y: card.y - first.y })];
}

function tidyPart(document: NetworkDocument, analysis: Analysis, ids: readonly string[]): readonly Change[] {
  return tidyLayout({ ...document, ...clip(document, ids) }, analysis).changes;
}

function after(document: NetworkDocument, changes: readonly Change[]): NetworkDocument {
  return applyEdit(document, { label: '', changes }).document;
}
