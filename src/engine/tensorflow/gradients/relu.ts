import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';

/** ∂L/∂x of ReLU: the gradient where the output is positive, 0 elsewhere (also at exactly 0). */
export function reluGradient(graph: GraphBuilder, y: GraphTensor, dy: GraphTensor): GraphTensor {
  return graph.float('ReluGrad', [dy, y], y.shape);
}
