import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';

/** ∂L/∂x of ReLU6: the gradient where 0 < x < 6, 0 elsewhere. */
export function relu6Gradient(graph: GraphBuilder, x: GraphTensor, dy: GraphTensor): GraphTensor {
  return graph.float('Relu6Grad', [dy, x], x.shape);
}
