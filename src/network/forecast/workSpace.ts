import { bytesPerValue } from '../analysis/memory';
import { elementCount } from '../layers/shape';
import type { MemoryEntry, MemoryTensor } from './memoryTape';

/** oneDNN's convolutions take channels in bundles of so many, as many numbers as a vector register holds. */
const bundle = 8;

/** What an op needs for a moment beside its inputs and outputs, in bytes for each image. */
export interface WorkSpace {
  forward(entry: MemoryEntry): number;
  backward(entry: MemoryEntry): number;
}

/** Of the engine's TensorFlow: convolutions whose channels don't fill bundles copy what they read. */
export const workSpace: WorkSpace = {
  forward: ({ scratchPerImage }) => scratchPerImage,
  backward: ({ isConvolution, output, inputs }) =>
    isConvolution ? padded(output) + (inputs[0] === undefined ? 0 : padded(inputs[0])) : 0,
};

/** The tensor with its channels filled up; nothing where they are even, or so few that they are read as they are. */
function padded({ shape }: MemoryTensor): number {
  const channels = shape.at(-1) ?? 1;
  if (channels <= 3 || channels % bundle === 0) return 0;
  return (elementCount(shape) / channels) * Math.ceil(channels / bundle) * bundle * bytesPerValue;
}
