import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { batchMeanGradient } from '../operations/batchMean';

/** ∂L/∂prediction: 2 (prediction − target) / (N · classes). */
export function meanSquaredErrorGradient(
  graph: GraphBuilder,
  errors: GraphTensor,
  dMean: GraphTensor,
): GraphTensor {
  const share = batchMeanGradient(graph, errors, graph.float('Mul', [dMean, graph.constant(2)], []));
  return graph.float('Mul', [errors, share], errors.shape);
}
