import type { Conv2dOptions, Pair, Sides } from '../../../network/layers/ops';
import { conv2dInputGradient, conv2dKernelGradient } from '../gradients/conv2d';
import { dilatedKernelGradient } from '../gradients/dilateKernel';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import { type ConvolutionForm, convolve } from './convolutionForm';
import type { OperationContext } from './operationContext';
import { zeroPad2d } from './padding';
import { imageExtents } from './shapes';
import { windowCount } from './window';

/**
 * Cross-correlation. Explicit padding becomes a Pad in front where TensorFlow's gradient ops refuse it: together
 * with dilation or groups. Elsewhere it is left to the op, which saves writing the image once more, and cutting
 * its gradient out again: 2 % of a step of ResNet-20. Where the library's gradients of dilated and grouped convolutions can't
 * be relied on, dilation becomes zeros in the kernel, and groups become convolutions of their own.
 */
export function conv2d(
  context: OperationContext,
  x: GraphTensor,
  kernel: GraphTensor,
  { strides, padding, dilations, groups }: Conv2dOptions,
): GraphTensor {
  const dilated = dilations[0] > 1 || dilations[1] > 1;
  if (typeof padding !== 'string' && (dilated || groups > 1 || reachesPast(padding, kernel)))
    return conv2d(context, zeroPad2d(context, x, padding), kernel, {
      strides,
      padding: 'valid',
      dilations,
      groups,
    });
  if (dilated && !context.groupsAndDilations)
    return conv2d(context, x, dilateKernel(context, kernel, dilations), {
      strides,
      padding,
      dilations: [1, 1],
      groups,
    });

  const { graph, tape } = context;
  const own = padding === 'same' ? 'SAME' : 'VALID';
  const form: ConvolutionForm = {
    strides,
    dilations,
    padding: typeof padding === 'string' ? own : padding,
    splitInto: context.groupsAndDilations ? 1 : groups,
  };
  const input = imageExtents(x);
  const [kernelHeight = 1, kernelWidth = 1, , filters = 0] = kernel.shape;
  const [top, bottom, left, right] = typeof padding === 'string' ? [0, 0, 0, 0] : padding;
  const reach = [dilations[0] * (kernelHeight - 1) + 1, dilations[1] * (kernelWidth - 1) + 1] as const;
  const height = windowCount(input.height + top + bottom, reach[0], strides[0], own);
  const width = windowCount(input.width + left + right, reach[1], strides[1], own);
  const y = convolve(graph, form, 'Conv2D', [x, kernel], [input.batch, height, width, filters]);
  return tape.record(y, [
    { tensor: x, gradient: (dy) => conv2dInputGradient(graph, form, x, kernel, dy) },
    { tensor: kernel, gradient: (dy) => conv2dKernelGradient(graph, form, x, kernel, dy) },
  ]);
}

/** Whether a window at the edge would lie on nothing but padding. */
function reachesPast([top, bottom, left, right]: Sides, kernel: GraphTensor): boolean {
  const [height = 1, width = 1] = kernel.shape;
  return Math.max(top, bottom) >= height || Math.max(left, right) >= width;
}

/** Puts d − 1 zeros between the rows and columns of a kernel: what StridedSlice's gradient op does. */
export function dilateKernel(context: OperationContext, kernel: GraphTensor, dilations: Pair): GraphTensor {
  const { graph, tape } = context;
  const [height = 1, width = 1, ...channels] = kernel.shape;
  const shape = [dilations[0] * (height - 1) + 1, dilations[1] * (width - 1) + 1, ...channels];
  const [begin, end, strides] = [
    graph.integers([0, 0, 0, 0]),
    graph.integers(shape),
    graph.integers([...dilations, 1, 1]),
  ];
  const attributes = { Index: attribute.type(DataType.int32) };
  const sparse = graph.float('StridedSliceGrad', [end, begin, end, strides, kernel], shape, attributes);
  return tape.record(sparse, [
    { tensor: kernel, gradient: (dy) => dilatedKernelGradient(graph, kernel, dy, [begin, end, strides]) },
  ]);
}
