import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { imageExtents, reshape } from '../operations/shapes';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';

/** ∂L/∂x of bilinear enlarging: each gradient is shared out among the pixels that it was made of. */
export function bilinearGradient(graph: GraphBuilder, x: GraphTensor, dy: GraphTensor): GraphTensor {
  const attributes = { half_pixel_centers: attribute.bool(true) };
  return graph.float('ResizeBilinearGrad', [dy, x], x.shape, attributes);
}

/** ∂L/∂x of repeating pixels: the sum of the gradients of its copies. */
export function nearestGradient(
  graph: GraphBuilder,
  x: GraphTensor,
  [rows, columns]: readonly [rows: number, columns: number],
  dy: GraphTensor,
): GraphTensor {
  const { width, channels } = imageExtents(x);
  const summed = (tensor: GraphTensor, times: number, length: number): GraphTensor => {
    const copies = reshape(graph, tensor, [-1, times, length]);
    const attributes = { Tidx: attribute.type(DataType.int32) };
    return graph.float('Sum', [copies, graph.integers([1])], [-1, length], attributes);
  };
  const narrow = summed(dy, rows, width * columns * channels);
  return reshape(graph, summed(narrow, columns, channels), x.shape);
}
