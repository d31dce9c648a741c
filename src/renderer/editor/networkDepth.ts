import type { Analysis } from '../../network/analysis/analysis';

/** Number of layers with kernels on the longest way through the network, as papers count its layers. */
export function networkDepth({ nodes }: Analysis): number {
  let depth = 0;
  for (const node of nodes.values()) depth = Math.max(depth, node.depth);
  return depth;
}
