import type { Analysis } from '../../analysis/analysis';
import type { NetworkDocument } from '../document';
import { applyEdit, type Change, type Edit } from '../edits';
import { blockTree } from './blockTree';
import { toggleBlock } from './openBlock';

/** Opens all collapsed blocks that hide a layer, the outermost first, in one edit, which is called after that one. */
export function openAround(document: NetworkDocument, analysis: Analysis, layer: string): Edit {
  const node = document.nodes.find(({ id }) => id === layer);
  const hiding = blockTree(document)
    .around(node?.block)
    .filter(({ collapsed }) => collapsed)
    .toReversed();
  let opened = document;
  const changes: Change[] = [];
  for (const { id } of hiding) {
    const edit = toggleBlock(opened, analysis, id, false);
    changes.push(...edit.changes);
    opened = applyEdit(opened, edit).document;
  }
  return { label: `Open ${hiding[0]?.label ?? ''}`, changes };
}
