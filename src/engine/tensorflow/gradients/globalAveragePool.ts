import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { imageExtents, reshape } from '../operations/shapes';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';

/** ∂L/∂x of the mean over height and width: the gradient over H·W, at every position. */
export function globalAveragePoolGradient(graph: GraphBuilder, x: GraphTensor, dy: GraphTensor): GraphTensor {
  const { batch, height, width, channels } = imageExtents(x);
  const share = graph.float('Mul', [dy, graph.constant(1 / (height * width))], dy.shape);
  const pixel = reshape(graph, share, [batch, 1, 1, channels]);
  const attributes = { Tmultiples: attribute.type(DataType.int32) };
  return graph.float('Tile', [pixel, graph.integers([1, height, width, 1])], x.shape, attributes);
}
