import type { OnnxTensor, WeightTensor } from './onnxTensor';

/** A tensor whose values are known, as those that a layer declares are. */
export function weightOf(tensor: OnnxTensor): WeightTensor {
  if (tensor.type === 'weight') return tensor;
  throw new Error(`${tensor.name} is computed, where a weight is expected.`);
}
