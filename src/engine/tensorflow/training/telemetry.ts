import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { readVariable } from '../graph/variable';
import { norms } from './norms';
import type { TrainedWeight } from './update';

/**
 * Norms as one vector: of each activation gradient, then of all weights their gradients, their values before
 * the update, and their changes: the value read once the update is `settled`, less the value before.
 */
export function telemetryVector(
  graph: GraphBuilder,
  activationGradients: readonly GraphTensor[],
  weights: readonly TrainedWeight[],
  settled: string,
): GraphTensor {
  const changes = weights.map(({ variable }) => {
    const updated = readVariable(graph, variable.handle, variable.shape, [settled]);
    return graph.float('Sub', [updated, variable.value], variable.shape);
  });
  const ofWeights = [
    ...weights.map(({ gradient }) => gradient),
    ...weights.map(({ variable }) => variable.value),
    ...changes,
  ];
  return norms(graph, [...activationGradients, ...ofWeights]);
}
