import type { GraphTensor } from '../graph/graphTensor';
import type { OperationContext } from './operationContext';
import { reshape } from './shapes';

/** Keeps the batch axis and joins all others, row-major. */
export function flatten({ graph, tape }: OperationContext, x: GraphTensor): GraphTensor {
  const features = x.shape.slice(1).reduce((product, extent) => product * extent, 1);
  const y = reshape(graph, x, [-1, features]);
  return tape.record(y, [{ tensor: x, gradient: (dy) => reshape(graph, dy, x.shape) }]);
}
