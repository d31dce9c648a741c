import type { Tensor } from '@tensorflow/tfjs-core';
import type { ProductOps } from '../../../network/layers/productOps';
import type { OperationContext } from './operationContext';
import { scaleBy } from './scaleBy';

/** Products. */
export function productOps(context: OperationContext): ProductOps<Tensor> {
  const { wasm, tape } = context;
  const { tf } = wasm;
  return {
    multiply: (left, right) =>
      tape.record(tf.mul(left, right), [
        { tensor: left, gradient: (dy) => tf.mul(dy, right) },
        { tensor: right, gradient: (dy) => tf.mul(dy, left) },
      ]),
    scale: (x, factor) =>
      tape.record(tf.mul(x, factor), [{ tensor: x, gradient: (dy) => tf.mul(dy, factor) }]),
    scaleChannels: (x, factors) => scaleBy(context, x, factors),
  };
}
