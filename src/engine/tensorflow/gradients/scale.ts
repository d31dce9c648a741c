import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';

/** ∂L/∂x of x · factors, where the factors are constant: the gradient times the same factors. */
export function scaleGradient(graph: GraphBuilder, factors: GraphTensor, dy: GraphTensor): GraphTensor {
  return graph.float('Mul', [dy, factors], dy.shape);
}
