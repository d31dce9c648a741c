import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';

/** ∂L/∂slopes of y = max(x, 0) + slopes · min(x, 0): ∂L/∂y · min(x, 0), summed over all axes but the last. */
export function preluSlopeGradient(
  graph: GraphBuilder,
  slopes: GraphTensor,
  negative: GraphTensor,
  dy: GraphTensor,
): GraphTensor {
  const products = graph.float('Mul', [dy, negative], dy.shape);
  const axes = graph.integers(dy.shape.slice(1).map((_, axis) => axis));
  return graph.float('Sum', [products, axes], slopes.shape, { Tidx: attribute.type(DataType.int32) });
}
