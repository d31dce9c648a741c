import { preluSlopeGradient } from '../gradients/prelu';
import { relu6Gradient } from '../gradients/relu6';
import type { GraphTensor } from '../graph/graphTensor';
import type { OperationContext } from './operationContext';

/** min(max(x, 0), 6) */
export function relu6({ graph, tape }: OperationContext, x: GraphTensor): GraphTensor {
  const y = graph.float('Relu6', [x], x.shape);
  return tape.record(y, [{ tensor: x, gradient: (dy) => relu6Gradient(graph, x, dy) }]);
}

/** x where x > 0, slope·x elsewhere, with one slope for each entry of the last axis: max(x, 0) + slopes · min(x, 0). */
export function prelu({ graph, tape }: OperationContext, x: GraphTensor, slopes: GraphTensor): GraphTensor {
  const { shape } = x;
  const positive = graph.float('Relu', [x], shape);
  const negative = graph.float('Minimum', [x, graph.constant(0)], shape);
  const y = graph.float('AddV2', [positive, graph.float('Mul', [negative, slopes], shape)], shape);
  const inputGradient = (dy: GraphTensor): GraphTensor => {
    const passed = graph.float('ReluGrad', [dy, positive], shape);
    const held = graph.float('Sub', [dy, passed], shape);
    return graph.float('AddV2', [passed, graph.float('Mul', [held, slopes], shape)], shape);
  };
  return tape.record(y, [
    { tensor: x, gradient: inputGradient },
    { tensor: slopes, gradient: (dy) => preluSlopeGradient(graph, slopes, negative, dy) },
  ]);
}
