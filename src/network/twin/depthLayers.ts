import type { Analysis } from '../analysis/analysis';
import type { NetworkDocument } from '../graph/document';
import { mainOutput } from '../graph/mainOutput';
import { upstream, wire } from '../graph/wiring';

/** A layer with a kernel on the way to the main output. */
export interface DepthLayer {
  readonly id: string;
  readonly label: string;
  /** Counted in layers with a kernel, the first is 1. */
  readonly depth: number;
}

/**
 * One layer with a kernel for each depth, by depth. Of several, as a projection and the layer that it leads past, the
 * one with the most multiply-adds.
 */
export function depthLayers(document: NetworkDocument, { nodes, order }: Analysis): readonly DepthLayer[] {
  const main = mainOutput(document.nodes);
  const leading = upstream(wire(document), main === undefined ? [] : [main.id]);
  const labels = new Map(document.nodes.map(({ id, label }) => [id, label]));
  const layers = new Map<number, DepthLayer & { readonly macs: number }>();
  for (const id of order) {
    const node = nodes.get(id);
    if (node === undefined || !leading.has(id) || !node.weights.some(({ decays }) => decays)) continue;
    const { depth, macs } = node;
    const same = layers.get(depth);
    if (same === undefined || macs > same.macs)
      layers.set(depth, { id, label: labels.get(id) ?? id, depth, macs });
  }
  return [...layers.values()]
    .sort((left, right) => left.depth - right.depth)
    .map(({ id, label, depth }) => ({ id, label, depth }));
}
