import type { GraphTensor } from '../graph/graphTensor';

/**
 * How many tensors are judged together. None of them can be freed before the last one is known, so that it should be few;
 * each group costs a dozen ops.
 */
const groupSize = 8;

export function inGroups(tensors: readonly GraphTensor[]): readonly (readonly GraphTensor[])[] {
  const count = Math.ceil(tensors.length / groupSize);
  return Array.from({ length: count }, (_, group) =>
    tensors.slice(group * groupSize, (group + 1) * groupSize),
  );
}
