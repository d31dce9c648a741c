import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';

/** ∂L/∂kernel of a kernel with zeros put in: the gradient at the places that are not zeros. */
export function dilatedKernelGradient(
  graph: GraphBuilder,
  kernel: GraphTensor,
  dy: GraphTensor,
  places: readonly GraphTensor[],
): GraphTensor {
  const attributes = { Index: attribute.type(DataType.int32) };
  return graph.float('StridedSlice', [dy, ...places], kernel.shape, attributes);
}
