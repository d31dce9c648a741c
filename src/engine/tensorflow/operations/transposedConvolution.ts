import type { ConvTranspose2dOptions } from '../../../network/layers/ops';
import { transposedInputGradient, transposedKernelGradient } from '../gradients/convTranspose2d';
import type { GraphTensor } from '../graph/graphTensor';
import { type ConvolutionForm, convolutionAttributes } from './convolutionForm';
import type { OperationContext } from './operationContext';
import { imageExtents, shapeWithBatchOf } from './shapes';

/** The input gradient of a convolution, as an op of its own. */
export function convTranspose2d(
  { graph, tape }: OperationContext,
  x: GraphTensor,
  kernel: GraphTensor,
  { strides, padding }: ConvTranspose2dOptions,
): GraphTensor {
  const form: ConvolutionForm = {
    strides,
    dilations: [1, 1],
    padding: padding === 'same' ? 'SAME' : 'VALID',
    splitInto: 1,
  };
  const { batch, height, width } = imageExtents(x);
  const [kernelHeight = 1, kernelWidth = 1, filters = 1] = kernel.shape;
  const extents = [
    height * strides[0] + (padding === 'same' ? 0 : Math.max(kernelHeight - strides[0], 0)),
    width * strides[1] + (padding === 'same' ? 0 : Math.max(kernelWidth - strides[1], 0)),
    filters,
  ];
  const sizes = shapeWithBatchOf(graph, x, extents);
  const attributes = convolutionAttributes(form);
  const y = graph.float('Conv2DBackpropInput', [sizes, kernel, x], [batch, ...extents], attributes);
  return tape.record(y, [
    { tensor: x, gradient: (dy) => transposedInputGradient(graph, form, x, kernel, dy) },
    { tensor: kernel, gradient: (dy) => transposedKernelGradient(graph, form, x, kernel, dy) },
  ]);
}
