import type { Block } from '../document';
import type { BlockTree } from './blockTree';

/** The blocks of which all layers are among the chosen ones, by id. */
export function wholeBlocks(tree: BlockTree, chosen: ReadonlySet<string>): ReadonlyMap<string, Block> {
  const whole = new Map<string, Block>();
  for (const [id, block] of tree.blocks) {
    const layers = tree.layers(id);
    if (layers.length > 0 && layers.every((layer) => chosen.has(layer.id))) whole.set(id, block);
  }
  return whole;
}
