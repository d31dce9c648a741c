import type { ProductOps } from '../../../network/layers/productOps';
import { reduceToShape } from '../gradients/reduceToShape';
import type { GraphTensor } from '../graph/graphTensor';
import type { OperationContext } from './operationContext';

/** Products as graph nodes. */
export function productOps({ graph, tape }: OperationContext): ProductOps<GraphTensor> {
  const times = (left: GraphTensor, right: GraphTensor): GraphTensor =>
    graph.float('Mul', [left, right], left.shape);
  return {
    multiply: (left, right) =>
      tape.record(times(left, right), [
        { tensor: left, gradient: (dy) => times(dy, right) },
        { tensor: right, gradient: (dy) => times(dy, left) },
      ]),
    scale(x, factor) {
      const constant = graph.constant(factor);
      return tape.record(times(x, constant), [{ tensor: x, gradient: (dy) => times(dy, constant) }]);
    },
    scaleChannels: (x, factors) =>
      tape.record(times(x, factors), [
        { tensor: x, gradient: (dy) => times(dy, factors) },
        { tensor: factors, gradient: (dy) => reduceToShape(graph, times(dy, x), factors.shape) },
      ]),
  };
}
