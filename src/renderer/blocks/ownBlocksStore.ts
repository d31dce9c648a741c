import { create } from 'zustand';
import { copiedBlockLabel } from '../../network/graph/blocks/blockName';
import { type OwnBlock, parseBlock, serialiseBlock } from '../../network/graph/blocks/ownBlock';
import type { LayerProblem } from '../../network/layers/defineLayer';
import type { KeptBlock } from '../../protocol/keptBlocks';
import { useEditor } from '../editor/editorStore';
import { useNotice } from '../editor/noticeStore';
import { t } from '../language/t';
import { usePalette } from '../palette/paletteStore';
import { useUndoable } from '../undoable/undoableStore';

/** A block of the palette, or why its file can't be read. */
export type PaletteBlock =
  | { readonly id: string; readonly own: OwnBlock }
  | { readonly id: string; readonly problem: LayerProblem };

interface OwnBlocksState {
  /** By name; those that can't be read last. */
  readonly blocks: readonly PaletteBlock[];
}

/** The blocks that a person keeps in the palette, for all projects. */
export const useOwnBlocks = create<OwnBlocksState>(() => ({ blocks: [] }));

/** Reads the kept blocks anew. */
export async function loadOwnBlocks(): Promise<void> {
  const kept = await window.layerwise.call('listBlocks', undefined);
  useOwnBlocks.setState({ blocks: kept.map(asPaletteBlock).sort(byName) });
}

/** Keeps a block of the network in the palette, under a name that is free there, and shows it. */
export async function saveToPalette(block: string): Promise<void> {
  const { document } = useEditor.getState().history;
  const saved = document.blocks.find(({ id }) => id === block);
  if (saved === undefined) return;
  const taken = new Set(useOwnBlocks.getState().blocks.map(nameOf));
  const text = serialiseBlock(document, block, copiedBlockLabel(taken, saved.label));
  if (await keep(crypto.randomUUID(), text)) usePalette.getState().show();
}

export async function renameOwnBlock(
  id: string,
  { block, clipping }: OwnBlock,
  label: string,
): Promise<void> {
  await keep(id, serialiseBlock(clipping, block.id, label));
}

export async function deleteOwnBlock(id: string): Promise<void> {
  const block = useOwnBlocks.getState().blocks.find((kept) => kept.id === id);
  const answer = await window.layerwise.call('forgetBlock', { id });
  if (answer.status === 'failed') useNotice.getState().show(answer.problem);
  await loadOwnBlocks();
  if (answer.status !== 'done' || block === undefined || !('own' in block)) return;
  const { own } = block;
  const bringBack = () => void keep(id, serialiseBlock(own.clipping, own.block.id, own.block.label));
  useUndoable.getState().tell(t`Deleted your block ${own.block.label}.`, bringBack);
}

async function keep(id: string, text: string): Promise<boolean> {
  const answer = await window.layerwise.call('keepBlock', { id, text });
  if (answer.status === 'failed') useNotice.getState().show(answer.problem);
  await loadOwnBlocks();
  return answer.status === 'done';
}

function asPaletteBlock(kept: KeptBlock): PaletteBlock {
  if ('problem' in kept) return kept;
  const parsed = parseBlock(kept.text);
  return 'problem' in parsed ? { id: kept.id, problem: parsed.problem } : { id: kept.id, own: parsed };
}

function byName(left: PaletteBlock, right: PaletteBlock): number {
  return nameOf(left).localeCompare(nameOf(right), 'en', { numeric: true });
}

function nameOf(block: PaletteBlock): string {
  return 'own' in block ? block.own.block.label : '\uFFFF';
}
