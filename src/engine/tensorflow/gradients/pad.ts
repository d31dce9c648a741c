import type { Sides } from '../../../network/layers/ops';
import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';

/** ∂L/∂x of padding: the gradient without the added rows and columns. */
export function padGradient(
  graph: GraphBuilder,
  x: GraphTensor,
  [top, , left]: Sides,
  dy: GraphTensor,
): GraphTensor {
  const begin = graph.integers([0, top, left, 0]);
  const attributes = { Index: attribute.type(DataType.int32) };
  return graph.float('Slice', [dy, begin, graph.integers(x.shape)], x.shape, attributes);
}
