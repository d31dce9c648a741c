import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { type ConvolutionForm, convolutionAttributes } from '../operations/convolutionForm';

/** ∂L/∂x: the output gradient correlated with the kernel, as the convolution that was turned round would do. */
export function transposedInputGradient(
  graph: GraphBuilder,
  form: ConvolutionForm,
  x: GraphTensor,
  kernel: GraphTensor,
  dy: GraphTensor,
): GraphTensor {
  return graph.float('Conv2D', [dy, kernel], x.shape, convolutionAttributes(form));
}

/** ∂L/∂kernel: the output gradient in the place of a convolution's input, and x in that of its output gradient. */
export function transposedKernelGradient(
  graph: GraphBuilder,
  form: ConvolutionForm,
  x: GraphTensor,
  kernel: GraphTensor,
  dy: GraphTensor,
): GraphTensor {
  const inputs = [dy, graph.integers(kernel.shape), x];
  return graph.float('Conv2DBackpropFilter', inputs, kernel.shape, convolutionAttributes(form));
}
