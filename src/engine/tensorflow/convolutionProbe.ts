import type { EagerAttribute, TensorFlowBinding } from './binding';
import { DataType } from './proto/dataType';

/**
 * Tries the gradient of a small convolution with groups, and of one with dilation. Builds without oneDNN refuse
 * them on the CPU.
 */
export function groupsAndDilationsWork(binding: TensorFlowBinding): boolean {
  return kernelGradientRuns(binding, 2, 1) && kernelGradientRuns(binding, 1, 2);
}

function kernelGradientRuns(binding: TensorFlowBinding, groups: number, dilation: number): boolean {
  const [size, channels] = [4, 2];
  const extent = size - dilation;
  const kernelShape = [2, 2, channels / groups, channels];
  const attributes: EagerAttribute[] = [
    { name: 'T', type: binding.TF_ATTR_TYPE, value: DataType.float },
    { name: 'strides', type: binding.TF_ATTR_INT, value: [1, 1, 1, 1] },
    { name: 'dilations', type: binding.TF_ATTR_INT, value: [1, dilation, dilation, 1] },
    { name: 'padding', type: binding.TF_ATTR_STRING, value: 'VALID' },
    { name: 'data_format', type: binding.TF_ATTR_STRING, value: 'NHWC' },
    { name: 'use_cudnn_on_gpu', type: binding.TF_ATTR_BOOL, value: true },
  ];
  const floats = (shape: readonly number[]): number =>
    binding.createTensor(shape, DataType.float, new Float32Array(shape.reduce((a, b) => a * b, 1)));
  const image = floats([1, size, size, channels]);
  const kernelExtents = binding.createTensor([4], DataType.int32, Int32Array.from(kernelShape));
  const outputGradient = floats([1, extent, extent, channels]);
  const inputs = [image, kernelExtents, outputGradient];
  try {
    for (const output of binding.executeOp('Conv2DBackpropFilter', attributes, inputs, 1)) {
      binding.tensorDataSync(output.id);
      binding.deleteTensor(output.id);
    }
    return true;
  } catch {
    return false;
  } finally {
    for (const input of inputs) binding.deleteTensor(input);
  }
}
