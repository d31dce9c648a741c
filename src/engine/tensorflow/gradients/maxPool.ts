import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import type { AttributeValue } from '../proto/messages';

/** ∂L/∂x of max pooling: each gradient goes to the position that held its window's largest value. */
export function maxPoolGradient(
  graph: GraphBuilder,
  x: GraphTensor,
  y: GraphTensor,
  dy: GraphTensor,
  attributes: Readonly<Record<string, AttributeValue>>,
): GraphTensor {
  return graph.float('MaxPoolGrad', [x, y, dy], x.shape, attributes);
}
