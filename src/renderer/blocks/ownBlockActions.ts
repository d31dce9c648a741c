import { analyse } from '../../network/analysis/analyse';
import { type BlockPlace, insertBlock } from '../../network/graph/blocks/insertBlock';
import { applyEdit } from '../../network/graph/edits';
import { tidyLayout } from '../../network/graph/tidy/tidyLayout';
import { layerKind } from '../../network/layers/registry';
import { useEditor } from '../editor/editorStore';
import { useNotice } from '../editor/noticeStore';
import { placeBehind } from '../editor/placement';
import { seenNetwork } from '../editor/seenNetwork';
import { useOwnBlocks } from './ownBlocksStore';

/** Puts a block of the palette onto the canvas, and selects it. A network in order stays so where it is inserted. */
function placeOwnBlock(id: string, place: BlockPlace): void {
  const { history, analysis, apply, select, bringIntoView, structureLocked } = useEditor.getState();
  const block = useOwnBlocks.getState().blocks.find((candidate) => candidate.id === id);
  if (block === undefined || 'problem' in block) return;
  const { document } = history;
  const result = insertBlock(document, block.own, place);
  if ('problem' in result) {
    useNotice.getState().show(result.problem);
    return;
  }
  const after = applyEdit(document, result.edit).document;
  const connected = (place.edge ?? place.behind ?? null) !== null;
  const inOrder = connected && tidyLayout(document, analysis).changes.length === 0;
  const tidied = inOrder ? tidyLayout(after, analyse(after)).changes : [];
  apply({ ...result.edit, changes: [...result.edit.changes, ...tidied] });
  if (structureLocked) return;
  select({ nodes: result.ids, edges: [] });
  const [first] = result.ids;
  if (first !== undefined) bringIntoView(first);
}

/** Puts a block of the palette behind what is selected, or at the end of the network. */
export function appendOwnBlock(id: string): void {
  const { history, selection } = useEditor.getState();
  const { cardOf, endOf } = seenNetwork(history.document);
  const last = selection.nodes.at(-1);
  putBehind(id, last === undefined ? null : (endOf(cardOf(last), 'source') ?? last));
}

/** Puts a block of the palette where it was dropped. */
export function dropOwnBlock(id: string, place: BlockPlace): void {
  const behind = place.behind ?? null;
  if (behind === null || (place.edge ?? null) !== null) placeOwnBlock(id, place);
  else putBehind(id, behind);
}

/** Behind a layer, on its connection where it has one; with null at the end of the network. */
function putBehind(id: string, layer: string | null): void {
  const { history, analysis } = useEditor.getState();
  const placement = placeBehind(history.document, analysis, layer === null ? [] : [layer], passing);
  const { position } = placement;
  if (placement.type === 'onEdge') placeOwnBlock(id, { position, edge: placement.edge });
  else placeOwnBlock(id, { position, behind: placement.type === 'behind' ? placement.node : null });
}

/** Blocks are placed as a layer is that passes data on. */
const passing = layerKind('relu');
