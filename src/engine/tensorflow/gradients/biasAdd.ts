import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';

/**
 * ∂L/∂bias: the output gradient summed over all axes but the last. Behind a convolution it is a plain Sum:
 * TensorFlow fuses BiasAddGrad with Conv2DBackpropFilter into one oneDNN kernel, whose bias gradient was seen
 * to come out wrong now and then for a 1×1 kernel.
 */
export function biasGradient(graph: GraphBuilder, bias: GraphTensor, dy: GraphTensor): GraphTensor {
  if (dy.shape.length < 4) return graph.float('BiasAddGrad', [dy], bias.shape);
  const axes = graph.integers(dy.shape.slice(1).map((_, axis) => axis));
  return graph.float('Sum', [dy, axes], bias.shape, {
    Tidx: attribute.type(DataType.int32),
    keep_dims: attribute.bool(false),
  });
}
