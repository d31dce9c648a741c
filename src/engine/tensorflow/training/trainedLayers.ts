import type { Analysis, NodeAnalysis } from '../../../network/analysis/analysis';
import type { LayerNode, NetworkDocument } from '../../../network/graph/document';
import type { LayerKind } from '../../../network/layers/defineLayer';
import { layerKind } from '../../../network/layers/registry';

/** A layer that takes part in training, with what the executor needs of it. */
export interface TrainedLayer {
  readonly node: LayerNode;
  readonly kind: LayerKind;
  readonly analysis: NodeAnalysis;
  /** Ids of the layers that feed it, in the order of its inputs. */
  readonly inputs: readonly string[];
}

/** The layers that lead to the output, in forward order. Whatever dangles beside them is left out. */
export function trainedLayers(document: NetworkDocument, analysis: Analysis): readonly TrainedLayer[] {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const inputsOf = (id: string): readonly string[] =>
    document.edges
      .filter((edge) => edge.to === id)
      .sort((left, right) => left.input - right.input)
      .map((edge) => edge.from);

  const leading = new Set<string>();
  const visit = [...nodes.values()].filter(({ kind }) => layerKind(kind).terminal).map(({ id }) => id);
  for (let id = visit.pop(); id !== undefined; id = visit.pop()) {
    if (leading.has(id)) continue;
    leading.add(id);
    visit.push(...inputsOf(id));
  }

  return analysis.order.flatMap((id) => {
    const [node, nodeAnalysis] = [nodes.get(id), analysis.nodes.get(id)];
    if (node === undefined || nodeAnalysis === undefined || !leading.has(id)) return [];
    return [{ node, kind: layerKind(node.kind), analysis: nodeAnalysis, inputs: inputsOf(id) }];
  });
}
