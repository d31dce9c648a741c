import { blockTree } from './blocks/blockTree';
import type { NetworkDocument } from './document';

/**
 * Ids of the layers that a pattern names: those whose id or name it is, and those in a block whose id or name it is, at
 * any depth. `*` stands for any letters. In the document's order.
 */
export function layersNamed(document: NetworkDocument, pattern: string): readonly string[] {
  const tree = blockTree(document);
  const matcher = new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`, 'i');
  const named = (item: { readonly id: string; readonly label: string }) =>
    matcher.test(item.id) || matcher.test(item.label);
  const inBlocks = new Set(
    document.blocks.filter(named).flatMap((block) => tree.layers(block.id).map(({ id }) => id)),
  );
  return document.nodes.filter((node) => named(node) || inBlocks.has(node.id)).map(({ id }) => id);
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
