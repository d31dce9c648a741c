import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { batchMeanGradient } from '../operations/batchMean';

/** ∂L/∂logits: (softmax(logits) − one-hot label) / N, the first factor computed along with the loss. */
export function softmaxCrossEntropyGradient(
  graph: GraphBuilder,
  losses: GraphTensor,
  lossGradients: GraphTensor,
  dMean: GraphTensor,
): GraphTensor {
  const share = batchMeanGradient(graph, losses, dMean);
  return graph.float('Mul', [lossGradients, share], lossGradients.shape);
}
