import type { Tensor } from '@tensorflow/tfjs-core';
import type { Wasm } from '../loadWasm';
import { lastExtent } from '../operations/shapes';

/** ∂L/∂part of joining along the last axis: the part's own channels. One split serves all parts. */
export function concatGradients(
  { tf }: Wasm,
  parts: readonly Tensor[],
): (dy: Tensor, index: number) => Tensor {
  let split: readonly Tensor[] | null = null;
  return (dy, index) => {
    split ??= tf.split(dy, parts.map(lastExtent), -1);
    const part = split[index];
    if (part === undefined) throw new Error(`Concat has no input number ${index}.`);
    return part;
  };
}
