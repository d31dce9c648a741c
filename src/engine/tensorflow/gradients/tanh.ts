import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';

/** ∂L/∂x of y = tanh x: ∂L/∂y · (1 − y²). */
export function tanhGradient(graph: GraphBuilder, y: GraphTensor, dy: GraphTensor): GraphTensor {
  return graph.float('TanhGrad', [y, dy], y.shape);
}
