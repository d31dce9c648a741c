/** What a person does with blocks. A block is selected where all of its layers are. */
import { groupLayers, ungroup } from '../../network/graph/blocks/blockEdits';
import { toggleAllBlocks, toggleBlock } from '../../network/graph/blocks/openBlock';
import { blockKey } from '../../network/graph/blocks/visibleItems';
import type { Block, NetworkDocument } from '../../network/graph/document';
import { useView } from '../canvas/viewStore';
import { withTheirTags } from './cardSelection';
import { useEditor } from './editorStore';
import { focusCard } from './focus';
import { useNotice } from './noticeStore';
import { seenNetwork } from './seenNetwork';

/** The block whose layers are just these: the collapsed one whose card is seen, or else the outermost; or null. */
export function selectedBlock(document: NetworkDocument, layers: readonly string[]): Block | null {
  const [first] = layers;
  if (first === undefined || document.blocks.length === 0) return null;
  const { tree } = seenNetwork(document);
  const chosen = new Set(layers);
  const node = document.nodes.find(({ id }) => id === first);
  const exact = tree.around(node?.block).filter(({ id }) => {
    const own = tree.layers(id);
    return own.length === chosen.size && own.every((layer) => chosen.has(layer.id));
  });
  return exact.findLast(({ collapsed }) => collapsed) ?? exact.at(-1) ?? null;
}

export function useSelectedBlock(): Block | null {
  return useEditor(({ history, selection }) => selectedBlock(history.document, selection.nodes));
}

export function selectBlock(id: string): void {
  const { history, select } = useEditor.getState();
  const { tree } = seenNetwork(history.document);
  select({ nodes: tree.layers(id).map((layer) => layer.id), edges: [] });
}

/** Opens a block or collapses it, which a run doesn't mind, and selects it. */
export function setBlockCollapsed(id: string, collapsed: boolean): void {
  const { history, analysis, apply, bringIntoView } = useEditor.getState();
  apply(toggleBlock(history.document, analysis, id, collapsed));
  selectBlock(id);
  const [first] = useEditor.getState().selection.nodes;
  if (first === undefined) return;
  focusCard(first);
  bringIntoView(first);
}

/** Opens or collapses all blocks, and shows the whole network. */
export function setAllBlocksCollapsed(collapsed: boolean): void {
  const { history, analysis, apply } = useEditor.getState();
  apply(toggleAllBlocks(history.document, analysis, collapsed));
  useView.getState().fit();
}

/** Collapses the selected block; other layers are grouped into a new one. */
export function collapseSelection(): void {
  const { history, selection, apply, structureLocked } = useEditor.getState();
  const block = selectedBlock(history.document, selection.nodes);
  if (block !== null) {
    setBlockCollapsed(block.id, true);
    return;
  }
  if (selection.nodes.length === 0) {
    useNotice.getState().show(nothingToGroup);
    return;
  }
  const result = groupLayers(history.document, withTheirTags(selection.nodes));
  if ('problem' in result) {
    useNotice.getState().show(result.problem);
    return;
  }
  apply(result.edit);
  if (structureLocked) return;
  selectBlock(result.id);
  const [first] = selection.nodes;
  if (first !== undefined) focusCard(first);
}

/** Takes the selected block away and leaves its layers. */
export function ungroupSelection(): void {
  const { history, selection, apply } = useEditor.getState();
  const block = selectedBlock(history.document, selection.nodes);
  if (block === null) useNotice.getState().show(noBlock);
  else apply(ungroup(history.document, block.id));
}

/** Key of the card of a block. */
export function isCollapsedCard(key: string): boolean {
  return seenNetwork(useEditor.getState().history.document).blocks.has(key);
}

export function openCard(key: string): void {
  const { blocks } = useEditor.getState().history.document;
  const block = blocks.find(({ id }) => blockKey(id) === key);
  if (block !== undefined) setBlockCollapsed(block.id, false);
}

const nothingToGroup = {
  message: 'No layers are selected.',
  advice: 'Hold Shift and drag around the layers that belong together, then press Ctrl G.',
};

const noBlock = {
  message: 'What is selected is no block.',
  advice: 'Select a block by its card, or by the title of its frame.',
};
