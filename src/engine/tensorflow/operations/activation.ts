import { leakyReluGradient } from '../gradients/leakyRelu';
import { reluGradient } from '../gradients/relu';
import { sigmoidGradient } from '../gradients/sigmoid';
import { softmaxGradient } from '../gradients/softmax';
import { tanhGradient } from '../gradients/tanh';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import type { OperationContext } from './operationContext';

export function relu({ graph, tape }: OperationContext, x: GraphTensor): GraphTensor {
  const y = graph.float('Relu', [x], x.shape);
  return tape.record(y, [{ tensor: x, gradient: (dy) => reluGradient(graph, y, dy) }]);
}

/**
 * x where x > 0, slope·x elsewhere: its gradient op, with x for the gradient. The op itself would be fused with a
 * convolution before it even where other layers take the convolution's output too; over that the graph's optimizer fails,
 * and the whole graph goes without fusing.
 */
export function leakyRelu({ graph, tape }: OperationContext, x: GraphTensor, slope: number): GraphTensor {
  const y = leakyReluGradient(graph, x, slope, x);
  return tape.record(y, [{ tensor: x, gradient: (dy) => leakyReluGradient(graph, y, slope, dy) }]);
}

export function sigmoid({ graph, tape }: OperationContext, x: GraphTensor): GraphTensor {
  const y = graph.float('Sigmoid', [x], x.shape);
  return tape.record(y, [{ tensor: x, gradient: (dy) => sigmoidGradient(graph, y, dy) }]);
}

/**
 * Outside of training a convolution, batch norm and tanh in a row would be fused to an op that TensorFlow doesn't have.
 * An op between them that only looks at the shape keeps them apart.
 */
export function tanh({ graph, tape, training }: OperationContext, x: GraphTensor): GraphTensor {
  const apart =
    training === null ? graph.float('EnsureShape', [x], x.shape, { shape: attribute.shape(x.shape) }) : x;
  const y = graph.float('Tanh', [apart], x.shape);
  return tape.record(y, [{ tensor: x, gradient: (dy) => tanhGradient(graph, y, dy) }]);
}

/** Softmax over the last axis. */
export function softmax({ graph, tape }: OperationContext, x: GraphTensor): GraphTensor {
  const y = graph.float('Softmax', [x], x.shape);
  return tape.record(y, [{ tensor: x, gradient: (dy) => softmaxGradient(graph, y, dy) }]);
}
