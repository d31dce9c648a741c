import type { NetworkDocument } from '../document';
import { applyEdit, type Change, type Edit } from '../edits';
import { blockTree } from './blockTree';

/** The edit with the blocks removed whose last layer it takes away: a block without layers could not be seen. */
export function withoutEmptyBlocks(document: NetworkDocument, edit: Edit): Edit {
  if (document.blocks.length === 0) return edit;
  const after = blockTree(applyEdit(document, edit).document);
  const removed = [...after.blocks.keys()]
    .filter((id) => after.layers(id).length === 0)
    .map((id): Change => ({ type: 'removeBlock', id }));
  return removed.length === 0 ? edit : { ...edit, changes: [...edit.changes, ...removed] };
}
