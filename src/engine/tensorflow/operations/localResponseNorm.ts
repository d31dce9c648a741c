import type { LocalResponseNormOptions } from '../../../network/layers/classicOps';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import type { OperationContext } from './operationContext';

/** Local response normalisation by TensorFlow's own op, whose gradient op takes input and output again. */
export function localResponseNorm(
  { graph, tape }: OperationContext,
  x: GraphTensor,
  { radius, bias, alpha, beta }: LocalResponseNormOptions,
): GraphTensor {
  const attributes = {
    depth_radius: attribute.int(radius),
    bias: attribute.float(bias),
    alpha: attribute.float(alpha),
    beta: attribute.float(beta),
  };
  const y = graph.float('LRN', [x], x.shape, attributes);
  const gradient = (dy: GraphTensor): GraphTensor => graph.float('LRNGrad', [dy, x, y], x.shape, attributes);
  return tape.record(y, [{ tensor: x, gradient }]);
}
