import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';

/** ∂L/∂x of leaky ReLU: the gradient where its output y is positive, as its input is there, slope times the gradient elsewhere. */
export function leakyReluGradient(
  graph: GraphBuilder,
  y: GraphTensor,
  slope: number,
  dy: GraphTensor,
): GraphTensor {
  return graph.float('LeakyReluGrad', [dy, y], y.shape, { alpha: attribute.float(slope) });
}
