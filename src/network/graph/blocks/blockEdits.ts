/** The edits that people make to blocks. Each function plans one; applyEdit and the history carry it out. */
import type { LayerProblem } from '../../layers/defineLayer';
import type { Block, LayerNode, NetworkDocument, Position } from '../document';
import type { Change, Edit } from '../edits';
import { projectLimits } from '../projectSchema';
import { copiedBlockLabel, newBlockId, takenBlockLabels } from './blockName';
import { type BlockTree, blockTree, commonBlock } from './blockTree';
import { itemsWithin } from './visibleItems';
import { wholeBlocks } from './wholeBlocks';

/**
 * Puts layers into a new block, which is in the innermost block that holds all of them. Blocks of which all layers are
 * chosen go along as they are; layers of other blocks leave these.
 */
export function groupLayers(
  document: NetworkDocument,
  ids: readonly string[],
  { label = 'block1', collapsed = true }: { readonly label?: string; readonly collapsed?: boolean } = {},
): { readonly edit: Edit; readonly id: string } | { readonly problem: LayerProblem } {
  const tree = blockTree(document);
  const chosen = new Set(ids);
  const layers = document.nodes.filter(({ id }) => chosen.has(id));
  const parent = commonParent(tree, layers);
  const whole = wholeBlocks(tree, chosen);
  const moved = [...whole.values()].filter((inner) => inner.parent === null || !whole.has(inner.parent));
  const deepest = Math.max(0, ...moved.map((inner) => depthOf(tree, inner.id)));
  if (tree.around(parent).length + 1 + deepest > projectLimits.blockDepth)
    return {
      problem: {
        message: `There would be more than ${projectLimits.blockDepth} blocks within one another.`,
        advice: 'Ungroup one of the blocks around these layers, or within them, first.',
      },
    };
  const id = newBlockId(document.blocks);
  const block: Block = {
    id,
    label: copiedBlockLabel(takenBlockLabels(document), label),
    parent,
    collapsed,
    position: cardAmong(layers),
  };
  const alone = layers.filter((layer) => layer.block === undefined || !whole.has(layer.block));
  const edit: Edit = {
    label: `Group ${layers.length === 1 ? (layers[0]?.label ?? '') : `${layers.length} layers`}`,
    changes: [
      { type: 'addBlock', block, index: document.blocks.length },
      ...moved.map((inner): Change => ({ type: 'changeBlock', block: { ...inner, parent: id } })),
      ...setting(alone.map((layer) => [layer.id, id])),
    ],
  };
  return { edit, id };
}

/** The innermost block around all of these layers of which they are only a part, or null. */
function commonParent(tree: BlockTree, layers: readonly LayerNode[]): string | null {
  const around = tree.around(commonBlock(tree, layers));
  return around.find(({ id }) => tree.layers(id).length > layers.length)?.id ?? null;
}

/** Takes a block away and leaves what is in it, in the block around it where there is one. */
export function ungroup(document: NetworkDocument, id: string): Edit {
  const tree = blockTree(document);
  const block = existing(document, id);
  const layers = tree.layers(id).filter((layer) => layer.block === id);
  return {
    label: `Ungroup ${block.label}`,
    changes: [
      ...setting(layers.map((layer) => [layer.id, block.parent])),
      ...tree
        .inside(id)
        .map((inner): Change => ({ type: 'changeBlock', block: { ...inner, parent: block.parent } })),
      { type: 'removeBlock', id },
    ],
  };
}

/** Renames a block; a blank name changes nothing. */
export function renameBlock(document: NetworkDocument, id: string, label: string): Edit {
  const block = existing(document, id);
  const name = label.trim().slice(0, projectLimits.nameLength).trim();
  const unchanged = name === '' || name === block.label;
  return {
    label: `Rename ${block.label}`,
    changes: unchanged ? [] : [{ type: 'changeBlock', block: { ...block, label: name } }],
  };
}

/** Moves a block's card and all that is in it by so many px. */
export function moveBlock(document: NetworkDocument, id: string, { x, y }: Position): Edit {
  const tree = blockTree(document);
  const shifted = <Item extends LayerNode | Block>(items: readonly Item[]) =>
    Object.fromEntries(
      items.map(({ id: item, position }) => [item, { x: position.x + x, y: position.y + y }]),
    );
  const label = `Move ${existing(document, id).label}`;
  if (x === 0 && y === 0) return { label, changes: [] };
  const positions = shifted(tree.layers(id));
  return { label, changes: [{ type: 'moveNodes', positions, blocks: shifted(tree.within(id)) }] };
}

/** Shows a block as one card, where the first card in it was, or shows what is in it; moves no other card. */
export function setCollapsed(document: NetworkDocument, id: string, collapsed: boolean): Edit {
  const block = existing(document, id);
  const position = collapsed && !block.collapsed ? cardAmong(itemsWithin(document, id)) : block.position;
  return {
    label: `${collapsed ? 'Collapse' : 'Open'} ${block.label}`,
    changes:
      block.collapsed === collapsed
        ? []
        : [{ type: 'changeBlock', block: { ...block, collapsed, position } }],
  };
}

/** Place of a card that stands for these: that of the first in the uppermost row, which no other card has. */
export function cardAmong(layers: readonly { readonly position: Position }[]): Position {
  const [first] = layers.toSorted(
    ({ position: left }, { position: right }) => left.y - right.y || left.x - right.x,
  );
  return first?.position ?? { x: 0, y: 0 };
}

/** Levels of blocks from this one on, itself included. */
function depthOf(tree: BlockTree, id: string): number {
  return 1 + Math.max(0, ...tree.inside(id).map((inner) => depthOf(tree, inner.id)));
}

function setting(blocks: readonly (readonly [string, string | null])[]): readonly Change[] {
  return blocks.length === 0 ? [] : [{ type: 'setBlocks', blocks: Object.fromEntries(blocks) }];
}

function existing(document: NetworkDocument, id: string): Block {
  const block = document.blocks.find((candidate) => candidate.id === id);
  if (block === undefined) throw new Error(`There is no block "${id}" to edit.`);
  return block;
}
