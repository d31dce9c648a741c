import { findLayerKind } from '../layers/registry';
import type { LayerNode } from './document';

/** The layers with a loss, in their order. */
export function outputsOf(nodes: readonly LayerNode[]): readonly LayerNode[] {
  return nodes.filter(({ kind }) => findLayerKind(kind)?.terminal === true);
}

/** How much an Output's loss counts in that of the network. */
export function lossWeight({ config }: LayerNode): number {
  const weight = config['lossWeight'];
  return typeof weight === 'number' ? weight : 1;
}

/**
 * The Output whose metric and evaluation are the network's: that of the greatest loss weight, and of equals the last
 * in order. The others are auxiliary heads, which help in training only. Undefined where there is no Output.
 */
export function mainOutput(nodes: readonly LayerNode[]): LayerNode | undefined {
  return outputsOf(nodes).reduce<LayerNode | undefined>(
    (main, output) => (main === undefined || lossWeight(output) >= lossWeight(main) ? output : main),
    undefined,
  );
}
