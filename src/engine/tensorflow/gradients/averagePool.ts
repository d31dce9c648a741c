import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { shapeTensor } from '../operations/shapes';
import type { AttributeValue } from '../proto/messages';

/** ∂L/∂x of average pooling: each gradient is shared out equally over its window. */
export function averagePoolGradient(
  graph: GraphBuilder,
  x: GraphTensor,
  dy: GraphTensor,
  attributes: Readonly<Record<string, AttributeValue>>,
): GraphTensor {
  return graph.float('AvgPoolGrad', [shapeTensor(graph, x), dy], x.shape, attributes);
}
