import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';

/** ∂L/∂x of leaky ReLU: the gradient where x is positive, slope times the gradient elsewhere. */
export function leakyReluGradient(
  graph: GraphBuilder,
  x: GraphTensor,
  slope: number,
  dy: GraphTensor,
): GraphTensor {
  return graph.float('LeakyReluGrad', [dy, x], x.shape, { alpha: attribute.float(slope) });
}
