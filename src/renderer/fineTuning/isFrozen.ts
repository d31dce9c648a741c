import type { Analysis } from '../../network/analysis/analysis';
import type { LayerNode } from '../../network/graph/document';

/** Whether a layer is frozen and has something that training would change otherwise. */
export function isFrozen({ id, frozen }: LayerNode, analysis: Analysis): boolean {
  return frozen === true && (analysis.nodes.get(id)?.weights.length ?? 0) > 0;
}
