import { checkConnection } from '../connect';
import type { LayerEdge, NetworkDocument, Position } from '../document';
import { applyEdit, type Change } from '../edits';
import { makeRoom } from '../makeRoom';
import { type PasteResult, pasteLayers } from '../paste';
import { blockEnds } from './blockEnds';
import { blockTree, commonBlock } from './blockTree';
import { moveItems } from './moveItems';
import type { OwnBlock } from './ownBlock';

/** Where a block goes: on free ground, onto a connection, or behind a layer. */
export interface BlockPlace {
  /** Top left corner of its card. */
  readonly position: Position;
  readonly edge?: LayerEdge | null;
  readonly behind?: string | null;
}

/**
 * Puts a copy of a block into a network. Onto a connection it is inserted, and behind a layer connected, where one layer
 * takes what comes in and one gives what goes out; otherwise its ends stay free.
 */
export function insertBlock(document: NetworkDocument, own: OwnBlock, place: BlockPlace): PasteResult {
  const { edge = null, behind = null } = place;
  const room =
    edge === null ? { position: place.position, moved: {} } : makeRoom(document, edge, place.position);
  const pasted = pasteLayers(document, own.clipping, { at: cornerFor(own, room.position) });
  if ('problem' in pasted) return pasted;
  const after = applyEdit(document, pasted.edit).document;
  const { entries, exits } = blockEnds(after, pasted.ids);
  const [[entry, ...moreEntries], [exit, ...moreExits]] = [entries, exits];
  const open = entry !== undefined && moreEntries.length === 0;
  const passes = open && exit !== undefined && moreExits.length === 0;
  const label = `Add ${own.block.label}`;
  if (edge !== null && passes && canPass(after, edge, entry, exit)) {
    const wired: readonly Change[] = [
      { type: 'removeEdge', edge },
      { type: 'addEdge', edge: { from: edge.from, to: entry, input: 0 } },
      { type: 'addEdge', edge: { ...edge, from: exit } },
      ...joiningBlock(document, after, edge),
    ];
    const changes = [...moveItems(document, room.moved), ...pasted.edit.changes, ...wired];
    return { ids: pasted.ids, notes: [], edit: { label: `Insert ${own.block.label}`, changes } };
  }
  const source = behind ?? edge?.from ?? null;
  const check = source !== null && open ? checkConnection(after, source, entry) : null;
  const wired: readonly Change[] = check?.allowed === true ? [{ type: 'addEdge', edge: check.edge }] : [];
  return { ids: pasted.ids, notes: [], edit: { label, changes: [...pasted.edit.changes, ...wired] } };
}

/** Whether data of a connection can pass through layers that were added. */
function canPass(after: NetworkDocument, edge: LayerEdge, entry: string, exit: string): boolean {
  const parted = applyEdit(after, { label: '', changes: [{ type: 'removeEdge', edge }] }).document;
  return checkConnection(parted, edge.from, entry).allowed && checkConnection(parted, exit, edge.to).allowed;
}

/** A block that is put on a connection inside of another goes into it. */
function joiningBlock(before: NetworkDocument, after: NetworkDocument, edge: LayerEdge): readonly Change[] {
  const ends = before.nodes.filter(({ id }) => id === edge.from || id === edge.to);
  const parent = commonBlock(blockTree(before), ends);
  if (parent === null) return [];
  return after.blocks
    .slice(before.blocks.length)
    .filter((block) => block.parent === null)
    .map((block): Change => ({ type: 'changeBlock', block: { ...block, parent } }));
}

/** The corner of the piece with which its card comes to stand at a position. */
function cornerFor({ block, clipping }: OwnBlock, position: Position): Position {
  const left = Math.min(...clipping.nodes.map((node) => node.position.x));
  const top = Math.min(...clipping.nodes.map((node) => node.position.y));
  return { x: position.x + left - block.position.x, y: position.y + top - block.position.y };
}
