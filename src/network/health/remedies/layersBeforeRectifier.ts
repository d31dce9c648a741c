import type { LayerNode } from '../../graph/document';
import { findLayerKind } from '../../layers/registry';
import type { HealthCase } from '../healthRule';
import { rectifies } from '../layerTraits';

/** Layers with kernels whose output comes to a ReLU or its kin, through norms and additions at most. */
export function layersBeforeRectifier({ structure }: HealthCase): readonly LayerNode[] {
  const { wiring, kernelLayers } = structure;
  const meetsRectifier = (id: string): boolean =>
    wiring.outgoing(id).some(({ to }) => {
      const node = wiring.nodes.get(to);
      if (node === undefined) return false;
      const category = findLayerKind(node.kind)?.category;
      return (
        rectifies(node) || ((category === 'normalization' || node.kind === 'add') && meetsRectifier(node.id))
      );
    });
  return kernelLayers.filter(({ id }) => meetsRectifier(id));
}
