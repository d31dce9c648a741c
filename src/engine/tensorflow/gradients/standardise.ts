import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';

/**
 * ∂L/∂x of y = (x − mean) · d, with d = 1/√(variance + ε) over the axes: d · (∂L/∂y − mean of ∂L/∂y − y · mean of
 * ∂L/∂y · y).
 */
export function standardiseGradient(
  graph: GraphBuilder,
  {
    y,
    deviation,
    axes,
  }: { readonly y: GraphTensor; readonly deviation: GraphTensor; readonly axes: readonly number[] },
  dy: GraphTensor,
): GraphTensor {
  const { shape } = y;
  const meanOf = (tensor: GraphTensor): GraphTensor =>
    graph.float('Mean', [tensor, graph.integers(axes)], deviation.shape, {
      keep_dims: attribute.bool(true),
      Tidx: attribute.type(DataType.int32),
    });
  const pull = graph.float('Mul', [y, meanOf(graph.float('Mul', [dy, y], shape))], shape);
  const centred = graph.float('Sub', [dy, meanOf(dy)], shape);
  return graph.float('Mul', [graph.float('Sub', [centred, pull], shape), deviation], shape);
}
