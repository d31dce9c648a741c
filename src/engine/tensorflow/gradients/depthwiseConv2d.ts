import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { shapeTensor } from '../operations/shapes';
import type { AttributeValue } from '../proto/messages';

type Attributes = Readonly<Record<string, AttributeValue>>;

/** ∂L/∂x: the output gradients of each channel correlated with its filters turned round. */
export function depthwiseInputGradient(
  graph: GraphBuilder,
  x: GraphTensor,
  kernel: GraphTensor,
  dy: GraphTensor,
  attributes: Attributes,
): GraphTensor {
  const inputs = [shapeTensor(graph, x), kernel, dy];
  return graph.float('DepthwiseConv2dNativeBackpropInput', inputs, x.shape, attributes);
}

/** ∂L/∂kernel: each channel correlated with its output gradients, summed over the batch. */
export function depthwiseKernelGradient(
  graph: GraphBuilder,
  x: GraphTensor,
  kernel: GraphTensor,
  dy: GraphTensor,
  attributes: Attributes,
): GraphTensor {
  const inputs = [x, graph.integers(kernel.shape), dy];
  return graph.float('DepthwiseConv2dNativeBackpropFilter', inputs, kernel.shape, attributes);
}
