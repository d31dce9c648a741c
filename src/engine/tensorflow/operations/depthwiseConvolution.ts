import type { WindowOptions } from '../../../network/layers/ops';
import { depthwiseInputGradient, depthwiseKernelGradient } from '../gradients/depthwiseConv2d';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { conv2d, dilateKernel } from './convolution';
import type { OperationContext } from './operationContext';
import { zeroPad2d } from './padding';
import { imageExtents, reshape } from './shapes';
import { perAxis, windowCount } from './window';

/**
 * Each channel by itself, by TensorFlow's own op. That knows neither explicit padding nor, on all devices, dilation:
 * these become a Pad in front and zeros in the kernel. Nor does it know unequal strides, for which a convolution with as
 * many groups as channels stands in. One channel by itself is an ordinary convolution: as a depthwise one, its extents
 * 1×1×1×1×1 and those of an ordinary one's kernel and bias, 1×1×1×1 and 1, are the same key in TensorFlow's cache of
 * oneDNN's code, and whichever came second failed with the code of the first.
 */
export function depthwiseConv2d(
  context: OperationContext,
  x: GraphTensor,
  kernel: GraphTensor,
  { strides, padding, dilations }: WindowOptions,
): GraphTensor {
  const undilated = { strides, dilations: [1, 1] } as const;
  if (typeof padding !== 'string') {
    const padded = zeroPad2d(context, x, padding);
    return depthwiseConv2d(context, padded, kernel, { strides, dilations, padding: 'valid' });
  }
  if (dilations[0] > 1 || dilations[1] > 1) {
    const dilated = dilateKernel(context, kernel, dilations);
    return depthwiseConv2d(context, x, dilated, { ...undilated, padding });
  }
  const [kernelHeight = 1, kernelWidth = 1, channels = 1, multiplier = 1] = kernel.shape;
  const { graph, tape } = context;
  if (channels === 1) return conv2d(context, x, kernel, { ...undilated, padding, groups: 1 });
  if (strides[0] !== strides[1]) {
    const grouped = reshape(graph, kernel, [kernelHeight, kernelWidth, 1, channels * multiplier]);
    tape.record(grouped, [{ tensor: kernel, gradient: (dy) => reshape(graph, dy, kernel.shape) }]);
    return conv2d(context, x, grouped, { ...undilated, padding, groups: channels });
  }
  const windowPadding = padding === 'same' ? 'SAME' : 'VALID';
  const attributes = { strides: perAxis(strides), padding: attribute.string(windowPadding) };
  const { batch, height, width } = imageExtents(x);
  const shape = [
    batch,
    windowCount(height, kernelHeight, strides[0], windowPadding),
    windowCount(width, kernelWidth, strides[1], windowPadding),
    channels * multiplier,
  ];
  const y = graph.float('DepthwiseConv2dNative', [x, kernel], shape, attributes);
  return tape.record(y, [
    { tensor: x, gradient: (dy) => depthwiseInputGradient(graph, x, kernel, dy, attributes) },
    { tensor: kernel, gradient: (dy) => depthwiseKernelGradient(graph, x, kernel, dy, attributes) },
  ]);
}
