import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphShape, GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';

/** Sums over the leading axes that `shape` lacks: the gradient of a tensor that was spread over them. */
export function reduceToShape(graph: GraphBuilder, dy: GraphTensor, shape: GraphShape): GraphTensor {
  const axes = Array.from({ length: dy.shape.length - shape.length }, (_, axis) => axis);
  return graph.float('Sum', [dy, graph.integers(axes)], shape, { Tidx: attribute.type(DataType.int32) });
}
