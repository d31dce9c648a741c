import type { Tensor } from '@tensorflow/tfjs-core';
import type { Sides } from '../../../network/layers/ops';
import type { OperationContext } from './operationContext';
import { imageExtents } from './shapes';

/** Keeps the batch axis and joins all others, row-major. */
export function flatten({ wasm: { tf }, tape }: OperationContext, x: Tensor): Tensor {
  const [batch = 0] = x.shape;
  const y = tf.reshape(x, [batch, x.size / batch]);
  return tape.record(y, [{ tensor: x, gradient: (dy) => tf.reshape(dy, x.shape) }]);
}

/** Zeros around height and width; the gradient is that of the rows and columns in between. */
export function zeroPad2d({ wasm: { tf }, tape }: OperationContext, x: Tensor, sides: Sides): Tensor {
  if (sides.every((side) => side === 0)) return x;
  const [top, bottom, left, right] = sides;
  const { batch, height, width, channels } = imageExtents(x);
  const y = tf.pad(x, [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ]);
  const gradient = (dy: Tensor): Tensor => tf.slice(dy, [0, top, left, 0], [batch, height, width, channels]);
  return tape.record(y, [{ tensor: x, gradient }]);
}
