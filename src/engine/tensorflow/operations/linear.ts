import { biasGradient } from '../gradients/biasAdd';
import { matMulInputGradient, matMulKernelGradient } from '../gradients/matMul';
import type { GraphTensor } from '../graph/graphTensor';
import type { OperationContext } from './operationContext';
import { lastExtent } from './shapes';

/** x (N×features) times kernel (features×units). */
export function matMul({ graph, tape }: OperationContext, x: GraphTensor, kernel: GraphTensor): GraphTensor {
  const [batch = -1] = x.shape;
  const y = graph.float('MatMul', [x, kernel], [batch, lastExtent(kernel)]);
  return tape.record(y, [
    { tensor: x, gradient: (dy) => matMulInputGradient(graph, x, kernel, dy) },
    { tensor: kernel, gradient: (dy) => matMulKernelGradient(graph, x, kernel, dy) },
  ]);
}

/** Adds bias to the last axis. */
export function biasAdd({ graph, tape }: OperationContext, x: GraphTensor, bias: GraphTensor): GraphTensor {
  const y = graph.float('BiasAdd', [x, bias], x.shape);
  return tape.record(y, [
    { tensor: x, gradient: (dy) => dy },
    { tensor: bias, gradient: (dy) => biasGradient(graph, bias, dy) },
  ]);
}
