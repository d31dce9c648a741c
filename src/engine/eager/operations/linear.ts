import type { Tensor } from '@tensorflow/tfjs-core';
import { biasGradient } from '../gradients/biasAdd';
import { matMulInputGradient, matMulKernelGradient } from '../gradients/matMul';
import { allocate, floats } from '../heap';
import type { OperationContext } from './operationContext';

/** x (N×features) times kernel (features×units). */
export function matMul({ wasm, tape }: OperationContext, x: Tensor, kernel: Tensor): Tensor {
  const y = wasm.tf.matMul(x, kernel);
  return tape.record(y, [
    { tensor: x, gradient: (dy) => matMulInputGradient(wasm, kernel, dy) },
    { tensor: kernel, gradient: (dy) => matMulKernelGradient(wasm, x, dy) },
  ]);
}

/** Adds bias to the last axis. */
export function biasAdd({ wasm, tape }: OperationContext, x: Tensor, bias: Tensor): Tensor {
  const y = allocate(wasm, x.shape);
  const [source, offsets, target] = [floats(wasm, x), floats(wasm, bias), floats(wasm, y)];
  const channels = offsets.length;
  if (wasm.simd !== null)
    wasm.simd.addToChannels(
      source.byteOffset,
      source.length / channels,
      channels,
      offsets.byteOffset,
      target.byteOffset,
    );
  else
    for (let start = 0; start < target.length; start += channels)
      for (let channel = 0; channel < channels; channel++)
        target[start + channel] = (source[start + channel] ?? 0) + (offsets[channel] ?? 0);
  return tape.record(y, [
    { tensor: x, gradient: (dy) => dy },
    { tensor: bias, gradient: (dy) => biasGradient(wasm, bias, dy) },
  ]);
}
