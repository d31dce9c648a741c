import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';

/** ∂L/∂x = ∂L/∂y · kernelᵀ */
export function matMulInputGradient(
  graph: GraphBuilder,
  x: GraphTensor,
  kernel: GraphTensor,
  dy: GraphTensor,
): GraphTensor {
  return graph.float('MatMul', [dy, kernel], x.shape, { transpose_b: attribute.bool(true) });
}

/** ∂L/∂kernel = xᵀ · ∂L/∂y */
export function matMulKernelGradient(
  graph: GraphBuilder,
  x: GraphTensor,
  kernel: GraphTensor,
  dy: GraphTensor,
): GraphTensor {
  return graph.float('MatMul', [x, dy], kernel.shape, { transpose_a: attribute.bool(true) });
}
