import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { reduceToShape } from './reduceToShape';

/** ∂L/∂slopes of y = max(x, 0) + slopes · min(x, 0): ∂L/∂y · min(x, 0), summed over all axes but the last. */
export function preluSlopeGradient(
  graph: GraphBuilder,
  slopes: GraphTensor,
  negative: GraphTensor,
  dy: GraphTensor,
): GraphTensor {
  return reduceToShape(graph, graph.float('Mul', [dy, negative], dy.shape), slopes.shape);
}
