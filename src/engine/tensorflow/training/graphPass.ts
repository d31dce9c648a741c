import type { LayerNode } from '../../../network/graph/document';
import { type ForwardPass, type ForwardPassInputs, forwardPass } from '../../execution/forwardPass';
import type { TrainedLayer } from '../../execution/trainedLayers';
import type { GraphBuilder } from '../graph/graphBuilder';
import { type GraphTape, graphTape } from '../graph/graphTape';
import type { GraphTensor } from '../graph/graphTensor';
import type { TrainingContext } from '../operations/operationContext';
import { tensorFlowOps } from '../tensorFlowOps';

/** One pass through the network, as nodes of the graph. */
export interface GraphPass extends ForwardPass<GraphTensor> {
  readonly tape: GraphTape;
}

/**
 * Writes the layers' forward passes into the graph. `trainingContext` makes what training needs for one layer;
 * null gives the evaluation pass, of which nothing is recorded unless the layers' outputs are followed.
 */
export function graphPass(
  graph: GraphBuilder,
  layers: readonly TrainedLayer[],
  inputs: ForwardPassInputs<GraphTensor>,
  groupsAndDilations: boolean,
  trainingContext: ((layer: LayerNode) => TrainingContext) | null,
  followsOutputs: boolean = trainingContext !== null,
): GraphPass {
  const tape = graphTape(graph);
  if (trainingContext !== null)
    for (const { node } of layers)
      if (node.frozen !== true)
        for (const tensor of Object.values(inputs.weights.get(node.id) ?? {})) tape.watch(tensor);

  const pass = forwardPass(layers, inputs, {
    opsOf: (node) =>
      tensorFlowOps({
        graph,
        tape,
        training: trainingContext === null ? null : trainingContext(node),
        groups: groupsAndDilations,
        dilations: groupsAndDilations,
      }),
    inLayer(node, run) {
      tape.enter(node);
      return graph.inScope(node, run);
    },
    layerDone(output, { analysis }) {
      if (followsOutputs && (trainingContext === null || analysis.differentiated)) tape.watch(output);
    },
  });
  return { ...pass, tape };
}
