import type { LayerProblem } from '../../layers/defineLayer';
import type { Block, LayerNode } from '../document';
import { projectLimits } from '../projectSchema';

/**
 * Checks what a schema can't: that block ids are unique, blocks and layers are in blocks that exist, and no block is
 * in itself; null where all of that holds.
 */
export function checkBlocks(blocks: readonly Block[], nodes: readonly LayerNode[]): LayerProblem | null {
  const byId = new Map<string, Block>();
  for (const block of blocks) {
    // Names such as "constructor" are found on every object, so a record by id could not tell whether it has them.
    if (block.id in {})
      return { message: `A block can't have the id "${block.id}".`, advice: 'Give it another id.' };
    if (byId.has(block.id))
      return {
        message: `Two blocks have the id "${block.id}".`,
        advice: 'Give one of them, and what is in it, another id.',
      };
    byId.set(block.id, block);
  }
  for (const block of blocks) {
    const found = checkParents(block, byId);
    if (found !== null) return found;
  }
  const lost = nodes.find(({ block }) => block !== undefined && !byId.has(block));
  return lost === undefined
    ? null
    : {
        message: `Layer "${lost.id}" is in a block that isn't there: "${lost.block}".`,
        advice: 'Add the block, or take "block" off the layer.',
      };
}

function checkParents(block: Block, byId: ReadonlyMap<string, Block>): LayerProblem | null {
  let inner = block;
  for (let depth = 1; inner.parent !== null; depth += 1) {
    const outer = byId.get(inner.parent);
    if (outer === undefined)
      return {
        message: `Block "${inner.id}" is in a block that isn't there: "${inner.parent}".`,
        advice: 'Add that block, or set "parent" to null.',
      };
    if (outer === block)
      return {
        message: `Block "${block.id}" is inside itself.`,
        advice: 'Set "parent" of one of the blocks around it to null.',
      };
    if (depth >= projectLimits.blockDepth)
      return {
        message: `Block "${block.id}" is more than ${projectLimits.blockDepth} blocks deep, or around one that is inside itself.`,
        advice: 'Set "parent" of one of the blocks around it to null.',
      };
    inner = outer;
  }
  return null;
}
