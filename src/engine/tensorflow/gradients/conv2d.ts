import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { type ConvolutionForm, convolutionAttributes, inGroups } from '../operations/convolutionForm';
import { shapeTensor } from '../operations/shapes';

/** ∂L/∂x: the output gradient correlated with the kernel turned round. */
export function conv2dInputGradient(
  graph: GraphBuilder,
  form: ConvolutionForm,
  x: GraphTensor,
  kernel: GraphTensor,
  dy: GraphTensor,
): GraphTensor {
  return inGroups(graph, form.splitInto, [x, kernel, dy], x.shape, (parts, shape) => {
    const [xPart = x, kernelPart = kernel, dyPart = dy] = parts;
    return graph.float(
      'Conv2DBackpropInput',
      [shapeTensor(graph, xPart), kernelPart, dyPart],
      shape,
      convolutionAttributes(form),
    );
  });
}

/** ∂L/∂kernel: the input correlated with the output gradient, summed over the batch. */
export function conv2dKernelGradient(
  graph: GraphBuilder,
  form: ConvolutionForm,
  x: GraphTensor,
  kernel: GraphTensor,
  dy: GraphTensor,
): GraphTensor {
  return inGroups(graph, form.splitInto, [x, dy], kernel.shape, (parts, shape) => {
    const [xPart = x, dyPart = dy] = parts;
    return graph.float(
      'Conv2DBackpropFilter',
      [xPart, graph.integers(shape), dyPart],
      shape,
      convolutionAttributes(form),
    );
  });
}
