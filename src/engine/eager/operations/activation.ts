import type { Tensor } from '@tensorflow/tfjs-core';
import { leakyReluGradient } from '../gradients/leakyRelu';
import { reluGradient } from '../gradients/relu';
import { sigmoidGradient } from '../gradients/sigmoid';
import { softmaxGradient } from '../gradients/softmax';
import { tanhGradient } from '../gradients/tanh';
import type { OperationContext } from './operationContext';

export function relu({ wasm, tape }: OperationContext, x: Tensor): Tensor {
  const y = wasm.tf.relu(x);
  return tape.record(y, [{ tensor: x, gradient: (dy) => reluGradient(wasm, y, dy) }]);
}

/** x where x > 0, slope·x elsewhere. */
export function leakyRelu({ wasm, tape }: OperationContext, x: Tensor, slope: number): Tensor {
  const y = wasm.tf.leakyRelu(x, slope);
  return tape.record(y, [{ tensor: x, gradient: (dy) => leakyReluGradient(wasm, x, slope, dy) }]);
}

export function sigmoid({ wasm, tape }: OperationContext, x: Tensor): Tensor {
  const y = wasm.tf.sigmoid(x);
  return tape.record(y, [{ tensor: x, gradient: (dy) => sigmoidGradient(wasm, y, dy) }]);
}

export function tanh({ wasm, tape }: OperationContext, x: Tensor): Tensor {
  const y = wasm.tf.tanh(x);
  return tape.record(y, [{ tensor: x, gradient: (dy) => tanhGradient(wasm, y, dy) }]);
}

/** Softmax over the last axis. */
export function softmax({ wasm, tape }: OperationContext, x: Tensor): Tensor {
  const y = wasm.tf.softmax(x);
  return tape.record(y, [{ tensor: x, gradient: (dy) => softmaxGradient(wasm, y, dy) }]);
}
