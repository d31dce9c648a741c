import { learningRateFactor } from '../../../network/graph/layerLearning';
import type { TrainedLayer } from '../../execution/trainedLayers';
import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { declareVariable, type Variable } from '../graph/variable';

/** A weight or moving statistic of the network as a variable of the graph. */
export interface NetworkWeight {
  readonly node: string;
  readonly name: string;
  readonly trainable: boolean;
  readonly decays: boolean;
  /** What the learning rate is multiplied by. */
  readonly learningRateFactor: number;
  readonly variable: Variable;
}

export function declareWeights(
  graph: GraphBuilder,
  layers: readonly TrainedLayer[],
): readonly NetworkWeight[] {
  return layers.flatMap(({ node, analysis }) =>
    analysis.weights.map(({ name, shape, trainable, decays }) => ({
      node: node.id,
      name,
      trainable,
      decays,
      learningRateFactor: learningRateFactor(node),
      variable: declareVariable(graph, `${node.id}/${name}`, shape),
    })),
  );
}

/** The values of all weights by node id and name, as forward passes take them. */
export function weightTensors(
  weights: readonly NetworkWeight[],
): ReadonlyMap<string, Readonly<Record<string, GraphTensor>>> {
  const tensors = new Map<string, Record<string, GraphTensor>>();
  for (const { node, name, variable } of weights)
    tensors.set(node, { ...tensors.get(node), [name]: variable.value });
  return tensors;
}
