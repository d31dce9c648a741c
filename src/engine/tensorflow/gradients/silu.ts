import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';

/** ∂L/∂x of y = x · s with s = σ(x): ∂L/∂y · (s + y · (1 − s)). */
export function siluGradient(
  graph: GraphBuilder,
  { y, sigmoid }: { readonly y: GraphTensor; readonly sigmoid: GraphTensor },
  dy: GraphTensor,
): GraphTensor {
  const { shape } = y;
  const rest = graph.float('Sub', [graph.constant(1), sigmoid], shape);
  const slope = graph.float('AddV2', [sigmoid, graph.float('Mul', [y, rest], shape)], shape);
  return graph.float('Mul', [dy, slope], shape);
}
