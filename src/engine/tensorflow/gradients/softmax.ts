import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';

/** ∂L/∂x of y = softmax x over the last axis: y · (∂L/∂y − Σ ∂L/∂y · y). */
export function softmaxGradient(graph: GraphBuilder, y: GraphTensor, dy: GraphTensor): GraphTensor {
  const weighted = graph.float('Mul', [dy, y], y.shape);
  const attributes = { keep_dims: attribute.bool(true), Tidx: attribute.type(DataType.int32) };
  const lastAxis = graph.integers([y.shape.length - 1]);
  const sum = graph.float('Sum', [weighted, lastAxis], [...y.shape.slice(0, -1), 1], attributes);
  return graph.float('Mul', [graph.float('Sub', [dy, sum], y.shape), y], y.shape);
}
