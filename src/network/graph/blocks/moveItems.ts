import type { Block, LayerNode, NetworkDocument, Position } from '../document';
import type { Change, Edit } from '../edits';
import { placeNotes } from '../notes/noteEdits';
import { layersOnCards } from '../tags/layersOnCards';
import { type BlockTree, blockTree } from './blockTree';
import { blockKey } from './visibleItems';
import { wholeBlocks } from './wholeBlocks';

/**
 * Changes that move cards to new positions, by the keys of visible items: with the card of a block moves all that is
 * in it.
 */
export function moveItems(
  document: NetworkDocument,
  positions: Readonly<Record<string, Position>>,
): readonly Change[] {
  const tree = blockTree(document);
  const onCards = layersOnCards(document);
  const cards = new Map(onCards.size === 0 ? [] : document.nodes.map((node) => [node.id, node]));
  const layers: Record<string, Position> = {};
  const blocks: Record<string, Position> = {};
  for (const { id, position } of document.nodes) {
    const wanted = positions[id] ?? beside(id, position);
    if (wanted !== undefined && !samePlace(wanted, position)) layers[id] = wanted;
  }
  for (const block of document.blocks) {
    const wanted = positions[blockKey(block.id)];
    if (wanted === undefined || samePlace(wanted, block.position)) continue;
    const by = { x: wanted.x - block.position.x, y: wanted.y - block.position.y };
    Object.assign(layers, shifted(tree.layers(block.id), by));
    Object.assign(blocks, shifted(tree.within(block.id), by));
  }
  return movesOf(layers, blocks);

  /** A tag goes where its card goes. */
  function beside(id: string, position: Position): Position | undefined {
    const card = cards.get(onCards.get(id) ?? '');
    const to = card === undefined ? undefined : positions[card.id];
    if (card === undefined || to === undefined) return undefined;
    return { x: position.x + to.x - card.position.x, y: position.y + to.y - card.position.y };
  }
}

/** Moves cards to new positions, by the keys of visible items, and notes with them. */
export function moveCards(
  document: NetworkDocument,
  positions: Readonly<Record<string, Position>>,
  notes: ReadonlyMap<string, Position> = new Map(),
): Edit {
  const changes = [...moveItems(document, positions), ...placeNotes(document, notes)];
  const keys = Object.keys(positions);
  const [first] = keys;
  if (keys.length === 0)
    return { label: notes.size === 1 ? 'Move note' : `Move ${notes.size} notes`, changes };
  const label = keys.length === 1 ? labelOf(document, first) : `${keys.length} cards`;
  return { label: `Move ${label}`, changes };
}

function labelOf({ nodes, blocks }: NetworkDocument, key: string | undefined): string {
  const node = nodes.find(({ id }) => id === key);
  return node?.label ?? blocks.find(({ id }) => blockKey(id) === key)?.label ?? '';
}

/** Changes that move layers by so many px, and the blocks that are whole among them. */
export function shiftLayers(
  document: NetworkDocument,
  ids: readonly string[],
  by: Position,
  tree: BlockTree = blockTree(document),
): readonly Change[] {
  const chosen = new Set(ids);
  const layers = document.nodes.filter(({ id }) => chosen.has(id));
  if (by.x === 0 && by.y === 0) return [];
  return movesOf(shifted(layers, by), shifted([...wholeBlocks(tree, chosen).values()], by));
}

function movesOf(
  positions: Readonly<Record<string, Position>>,
  blocks: Readonly<Record<string, Position>>,
): readonly Change[] {
  const cards = Object.keys(blocks).length > 0;
  if (Object.keys(positions).length === 0 && !cards) return [];
  return [{ type: 'moveNodes', positions, ...(cards && { blocks }) }];
}

function shifted(items: readonly (LayerNode | Block)[], by: Position): Readonly<Record<string, Position>> {
  return Object.fromEntries(
    items.map(({ id, position }) => [id, { x: position.x + by.x, y: position.y + by.y }]),
  );
}

function samePlace(left: Position, right: Position): boolean {
  return left.x === right.x && left.y === right.y;
}
