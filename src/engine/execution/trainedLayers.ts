import type { Analysis, NodeAnalysis } from '../../network/analysis/analysis';
import type { LayerNode, NetworkDocument } from '../../network/graph/document';
import { mainOutput } from '../../network/graph/mainOutput';
import { wire } from '../../network/graph/wiring';
import type { LayerKind } from '../../network/layers/defineLayer';
import { layerKind } from '../../network/layers/registry';

/** A layer that takes part in training, with what the executor needs of it. */
export interface TrainedLayer {
  readonly node: LayerNode;
  readonly kind: LayerKind;
  readonly analysis: NodeAnalysis;
  /** Ids of the layers that feed it, in the order of its inputs. */
  readonly inputs: readonly string[];
}

/** The layers that lead to an output, in forward order. Whatever dangles beside them is left out. */
export function trainedLayers(document: NetworkDocument, analysis: Analysis): readonly TrainedLayer[] {
  const wiring = wire(document);
  return analysis.order.flatMap((id) => {
    const [node, nodeAnalysis] = [wiring.nodes.get(id), analysis.nodes.get(id)];
    if (node === undefined || nodeAnalysis === undefined || !nodeAnalysis.usedInTraining) return [];
    const inputs = wiring.incoming(id).map((edge) => edge.from);
    return [{ node, kind: layerKind(node.kind), analysis: nodeAnalysis, inputs }];
  });
}

/** Those of the layers that lead to the main output: auxiliary heads are left out of evaluation, as in the papers. */
export function evaluatedLayers(layers: readonly TrainedLayer[]): readonly TrainedLayer[] {
  const main = mainOutput(layers.map(({ node }) => node));
  const leading = new Set([main?.id]);
  for (const { node, inputs } of layers.toReversed())
    if (leading.has(node.id)) for (const id of inputs) leading.add(id);
  return layers.filter(({ node }) => leading.has(node.id));
}
