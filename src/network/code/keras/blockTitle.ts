import type { NetworkDocument } from '../../graph/document';

/** `Stage 2 › Block 1`: the blocks that a layer is in, the outermost first; empty where it is in none. */
export function blockTitle({ blocks }: NetworkDocument, innermost: string | undefined): string {
  const labels: string[] = [];
  let block = blocks.find(({ id }) => id === innermost);
  // Blocks lie in each other at most as deep as there are blocks.
  while (block !== undefined && labels.length < blocks.length) {
    labels.unshift(block.label.replaceAll(/\s+/g, ' '));
    const { parent } = block;
    block = blocks.find(({ id }) => id === parent);
  }
  return labels.join(' › ');
}
