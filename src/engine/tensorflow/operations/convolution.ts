import type { Conv2dOptions, Pair } from '../../../network/layers/ops';
import { conv2dInputGradient, conv2dKernelGradient } from '../gradients/conv2d';
import { dilatedKernelGradient } from '../gradients/dilateKernel';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import { type ConvolutionForm, convolve } from './convolutionForm';
import type { OperationContext } from './operationContext';
import { padBehind, zeroPad2d } from './padding';
import { imageExtents } from './shapes';
import { windowCount } from './window';

/**
 * Cross-correlation. Explicit padding becomes a Pad in front: TensorFlow's gradient ops refuse it together with
 * dilation or groups, and elsewhere go without oneDNN for it, which takes longer than the Pad. Where the library's
 * gradients of dilated and grouped convolutions can't be relied on, dilation becomes zeros in the kernel, and groups
 * become convolutions of their own. Where one channel gives a single column with another stride along it than down it,
 * oneDNN's code reads the wrong values: a second channel of zeros keeps TensorFlow from taking that.
 */
export function conv2d(
  context: OperationContext,
  x: GraphTensor,
  kernel: GraphTensor,
  { strides, padding, dilations, groups }: Conv2dOptions,
): GraphTensor {
  if (typeof padding !== 'string')
    return conv2d(context, zeroPad2d(context, x, padding), kernel, {
      strides,
      padding: 'valid',
      dilations,
      groups,
    });
  const dilated = dilations[0] > 1 || dilations[1] > 1;
  if (dilated && !context.dilations)
    return conv2d(context, x, dilateKernel(context, kernel, dilations), {
      strides,
      padding,
      dilations: [1, 1],
      groups,
    });

  const { graph, tape } = context;
  const form: ConvolutionForm = {
    strides,
    dilations,
    padding: padding === 'same' ? 'SAME' : 'VALID',
    splitInto: context.groups ? 1 : groups,
  };
  const input = imageExtents(x);
  const [kernelHeight = 1, kernelWidth = 1, , filters = 0] = kernel.shape;
  const height = windowCount(input.height, dilations[0] * (kernelHeight - 1) + 1, strides[0], form.padding);
  const width = windowCount(input.width, dilations[1] * (kernelWidth - 1) + 1, strides[1], form.padding);
  if (input.channels === 1 && width === 1 && strides[0] !== strides[1])
    return conv2d(context, padBehind(context, x, 3, 2), padBehind(context, kernel, 2, 2), {
      strides,
      padding,
      dilations,
      groups,
    });
  const y = convolve(graph, form, 'Conv2D', [x, kernel], [input.batch, height, width, filters]);
  return tape.record(y, [
    { tensor: x, gradient: (dy) => conv2dInputGradient(graph, form, x, kernel, dy) },
    { tensor: kernel, gradient: (dy) => conv2dKernelGradient(graph, form, x, kernel, dy) },
  ]);
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
