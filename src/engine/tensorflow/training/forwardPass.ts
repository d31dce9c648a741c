import { GradientTape } from '../graph/gradientTape';
import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import type { OperationContext, TrainingContext } from '../operations/operationContext';
import { tensorFlowOps } from '../tensorFlowOps';
import type { TrainedLayer } from './trainedLayers';

/** One pass through the network, as nodes of the graph. */
export interface ForwardPass {
  readonly tape: GradientTape;
  /** Output of each layer, by node id. */
  readonly outputs: ReadonlyMap<string, GraphTensor>;
  readonly loss: GraphTensor;
  readonly metric: GraphTensor;
}

export interface ForwardPassInputs {
  readonly images: GraphTensor;
  readonly labels: GraphTensor;
  /** Weights by node id and name. */
  readonly weights: ReadonlyMap<string, Readonly<Record<string, GraphTensor>>>;
}

/**
 * Writes the layers' forward passes into the graph. `trainingContext` makes what training needs for one layer;
 * null gives the evaluation pass, of which nothing is recorded.
 */
export function forwardPass(
  graph: GraphBuilder,
  layers: readonly TrainedLayer[],
  { images, labels, weights }: ForwardPassInputs,
  groupsAndDilations: boolean,
  trainingContext: ((node: string) => TrainingContext) | null,
): ForwardPass {
  const tape = new GradientTape(graph);
  const outputs = new Map<string, GraphTensor>();
  const context = (node: string): OperationContext => ({
    graph,
    tape,
    training: trainingContext === null ? null : trainingContext(node),
    groupsAndDilations,
  });
  if (trainingContext !== null)
    for (const tensors of weights.values()) for (const tensor of Object.values(tensors)) tape.watch(tensor);

  for (const { node, kind, inputs } of layers) {
    tape.enter(node.id);
    const tensors = kind.inputs === 'none' ? [images] : inputs.flatMap((id) => outputs.get(id) ?? []);
    const output = graph.inScope(node.id, () =>
      kind.forward(tensorFlowOps(context(node.id)), tensors, weights.get(node.id) ?? {}, node.config),
    );
    if (trainingContext !== null && kind.inputs !== 'none') tape.watch(output);
    outputs.set(node.id, output);
  }

  const last = layers.at(-1);
  const predictions = last && outputs.get(last.node.id);
  if (last?.kind.objective === undefined || predictions === undefined)
    throw new Error('The network has no output layer with a loss: its analysis should have said so.');
  const { objective } = last.kind;
  const objectives = graph.inScope(last.node.id, () =>
    objective(tensorFlowOps(context(last.node.id)), predictions, labels, last.node.config),
  );
  return { tape, outputs, ...objectives };
}
