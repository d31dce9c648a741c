import type { LayerNode } from '../document';
import type { BlockTree } from './blockTree';

/** Layers by which alike blocks may differ: a shortcut's projection, with what norms and activates it. */
const mostExtra = 3;

/**
 * How many alike blocks a block consists of, as a stage of a residual network does of units; null where it consists of
 * anything else. Blocks are alike where all have the layers of the smallest, in order, and few others.
 */
export function repetition(tree: BlockTree, id: string): number | null {
  const inside = tree.inside(id).map((block) => tree.layers(block.id));
  const held = inside.reduce((count, layers) => count + layers.length, 0);
  if (inside.length < 2 || held < tree.layers(id).length) return null;
  const smallest = inside.reduce((least, layers) => (layers.length < least.length ? layers : least));
  const alike = inside.every(
    (layers) => layers.length - smallest.length <= mostExtra && holdsInOrder(layers, smallest),
  );
  return alike ? inside.length : null;
}

function holdsInOrder(layers: readonly LayerNode[], wanted: readonly LayerNode[]): boolean {
  let next = 0;
  for (const { kind } of layers) if (kind === wanted[next]?.kind) next += 1;
  return next === wanted.length;
}
