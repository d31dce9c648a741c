import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type { Wasm } from '../loadWasm';

/** Splits tensors along their last axis, computes each group, and joins the results along theirs. */
export function inGroups(
  { tf }: Wasm,
  groups: number,
  tensors: readonly Tensor[],
  compute: (parts: readonly Tensor[]) => Tensor4D,
): Tensor {
  if (groups === 1) return compute(tensors);
  const split = tensors.map((tensor) => tf.split(tensor, groups, -1));
  const results = Array.from({ length: groups }, (_, group) =>
    compute(split.flatMap((parts) => parts[group] ?? [])),
  );
  return tf.concat(results, -1);
}
