import type { Tensor } from '@tensorflow/tfjs-core';
import type { Wasm } from '../loadWasm';

/**
 * ∂L/∂x = ∂L/∂y · kernelᵀ. Transposed beforehand, because the backend multiplies transposed operands ten times as
 * slowly.
 */
export function matMulInputGradient({ tf }: Wasm, kernel: Tensor, dy: Tensor): Tensor {
  return tf.matMul(dy, tf.transpose(kernel));
}

/** ∂L/∂kernel = xᵀ · ∂L/∂y. */
export function matMulKernelGradient({ tf }: Wasm, x: Tensor, dy: Tensor): Tensor {
  return tf.matMul(tf.transpose(x), dy);
}
