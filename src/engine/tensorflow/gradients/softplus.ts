import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';

/** ∂L/∂x of y = log(1 + eˣ): ∂L/∂y · σ(x). */
export function softplusGradient(graph: GraphBuilder, x: GraphTensor, dy: GraphTensor): GraphTensor {
  return graph.float('SoftplusGrad', [dy, x], x.shape);
}
