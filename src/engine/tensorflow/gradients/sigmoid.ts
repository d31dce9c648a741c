import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';

/** ∂L/∂x of the sigmoid y = σ(x): ∂L/∂y · y · (1 − y). */
export function sigmoidGradient(graph: GraphBuilder, y: GraphTensor, dy: GraphTensor): GraphTensor {
  return graph.float('SigmoidGrad', [y, dy], y.shape);
}
