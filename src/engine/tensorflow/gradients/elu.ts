import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';

/** ∂L/∂x of ELU with alpha 1, from its output y: the gradient where y > 0, times y + 1 (which is eˣ) elsewhere. */
export function eluGradient(graph: GraphBuilder, y: GraphTensor, dy: GraphTensor): GraphTensor {
  return graph.float('EluGrad', [dy, y], y.shape);
}
