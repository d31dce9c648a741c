import type { Tensor } from '@tensorflow/tfjs-core';
import { concatGradients } from '../gradients/concat';
import type { OperationContext } from './operationContext';

/** Sum of tensors of one shape; the gradient of each is that of the sum. */
export function add({ wasm, tape }: OperationContext, terms: readonly Tensor[]): Tensor {
  return tape.record(
    wasm.tf.addN([...terms]),
    terms.map((tensor) => ({ tensor, gradient: (dy) => dy })),
  );
}

/** Joins along the last axis. */
export function concat({ wasm, tape }: OperationContext, parts: readonly Tensor[]): Tensor {
  const gradients = concatGradients(wasm, parts);
  return tape.record(
    wasm.tf.concat([...parts], -1),
    parts.map((tensor, index) => ({ tensor, gradient: (dy) => gradients(dy, index) })),
  );
}
