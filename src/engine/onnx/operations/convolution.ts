import type { Conv2dOptions, ConvTranspose2dOptions, Pair, WindowOptions } from '../../../network/layers/ops';
import type { OnnxGraph } from '../onnxGraph';
import { imageOf, type OnnxTensor, type WeightTensor } from '../onnxTensor';
import { permuteValues } from '../permuteValues';
import { weightOf } from '../weightOf';
import { slidingWindow } from './window';

export function conv2d(
  graph: OnnxGraph,
  x: OnnxTensor,
  kernel: OnnxTensor,
  { groups, ...options }: Conv2dOptions,
): OnnxTensor {
  const weight = weightOf(kernel);
  const [height = 1, width = 1, channels = 1, filters = 1] = weight.shape;
  const values = permuteValues(weight.values, weight.shape, [3, 2, 0, 1]);
  const written = graph.weight(weight, [filters, channels, height, width], values);
  return convolve(graph, x, written, [height, width], filters, groups, options);
}

/** Channel c·m + j of the output comes of channel c alone, which is a convolution in as many groups as channels. */
export function depthwiseConv2d(
  graph: OnnxGraph,
  x: OnnxTensor,
  kernel: OnnxTensor,
  options: WindowOptions,
): OnnxTensor {
  const weight = weightOf(kernel);
  const [height = 1, width = 1, channels = 1, multiplier = 1] = weight.shape;
  const filters = channels * multiplier;
  const values = permuteValues(weight.values, weight.shape, [2, 3, 0, 1]);
  const written = graph.weight(weight, [filters, 1, height, width], values);
  return convolve(graph, x, written, [height, width], filters, channels, options);
}

function convolve(
  graph: OnnxGraph,
  x: OnnxTensor,
  kernel: string,
  window: Pair,
  filters: number,
  groups: number,
  options: WindowOptions,
): OnnxTensor {
  const { pads, height, width } = slidingWindow(x, window, options);
  return graph.add('Conv', [x, kernel], [height, width, filters], {
    kernel_shape: window,
    strides: options.strides,
    dilations: options.dilations,
    pads,
    group: groups,
  });
}

/** Gives stride · input rows for SAME, and max(k − stride, 0) more for VALID, as TensorFlow's input gradient does. */
export function convTranspose2d(
  graph: OnnxGraph,
  x: OnnxTensor,
  kernel: OnnxTensor,
  { strides, padding }: ConvTranspose2dOptions,
): OnnxTensor {
  const weight: WeightTensor = weightOf(kernel);
  const [height = 1, width = 1, filters = 1, channels = 1] = weight.shape;
  const image = imageOf(x);
  const spare = [Math.max(height - strides[0], 0), Math.max(width - strides[1], 0)] as const;
  const cut = padding === 'same' ? spare : ([0, 0] as const);
  const extents = [
    image.height * strides[0] + spare[0] - cut[0],
    image.width * strides[1] + spare[1] - cut[1],
    filters,
  ];
  const values = permuteValues(weight.values, weight.shape, [3, 2, 0, 1]);
  const written = graph.weight(weight, [channels, filters, height, width], values);
  return graph.add('ConvTranspose', [x, written], extents, {
    kernel_shape: [height, width],
    strides,
    pads: [Math.floor(cut[0] / 2), Math.floor(cut[1] / 2), Math.ceil(cut[0] / 2), Math.ceil(cut[1] / 2)],
    output_padding: [Math.max(strides[0] - height, 0), Math.max(strides[1] - width, 0)],
  });
}
