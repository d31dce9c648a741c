import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';

/** ∂L/∂bias: the output gradient summed over all axes but the last. */
export function biasGradient(graph: GraphBuilder, bias: GraphTensor, dy: GraphTensor): GraphTensor {
  return graph.float('BiasAddGrad', [dy], bias.shape);
}
