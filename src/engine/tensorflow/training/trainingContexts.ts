import type { LayerNode } from '../../../network/graph/document';
import { streamKey } from '../../randomStreams';
import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import type { TrainingContext } from '../operations/operationContext';
import type { NetworkWeight } from './networkWeights';
import { randomCounter } from './randomCounter';
import type { MovedStatistic } from './update';

export interface TrainingContexts {
  /** What the ops of this layer need in training. */
  readonly contextOf: (layer: LayerNode) => TrainingContext;
  /** What the layers' forward passes have asked to be moved so far. */
  readonly movedStatistics: readonly MovedStatistic[];
}

export function trainingContexts(
  graph: GraphBuilder,
  weights: readonly NetworkWeight[],
  seed: number,
  step: GraphTensor,
): TrainingContexts {
  const byValue = new Map(weights.map(({ variable }) => [variable.value.name, variable]));
  const counter = randomCounter(graph, step);
  const movedStatistics: MovedStatistic[] = [];
  const contextOf = ({ id, frozen = false }: LayerNode): TrainingContext => {
    let draws = 0;
    return {
      frozen,
      moveStatistic(tensor, value) {
        const statistic = byValue.get(tensor.name);
        if (statistic === undefined) throw new Error(`${tensor.name} is not a variable of the network.`);
        movedStatistics.push({ statistic, value });
      },
      randomKey: () => graph.unsigned64([streamKey(seed, `dropout/${id}/${draws++}`)]),
      randomCounter: () => counter,
    };
  };
  return { contextOf, movedStatistics };
}
