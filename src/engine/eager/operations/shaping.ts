import type { Tensor } from '@tensorflow/tfjs-core';
import { fillOpenExtent } from '../../../network/layers/openExtent';
import type { ShapingOps } from '../../../network/layers/shapingOps';
import type { OperationContext } from './operationContext';
import { imageExtents } from './shapes';
import { upsample2d } from './upsampling';

/** Nothing on any side of an axis. */
const sides: [number, number][] = [
  [0, 0],
  [0, 0],
  [0, 0],
];

/** Changes of shape. */
export function shapingOps(context: OperationContext): ShapingOps<Tensor> {
  const { wasm, tape } = context;
  const { tf } = wasm;
  return {
    upsample2d: (x, factors, interpolation) => upsample2d(context, x, factors, interpolation),
    reshape(x, extents) {
      const [batch = 1] = x.shape;
      const filled = fillOpenExtent(extents, x.size / batch);
      if (filled === null) throw new Error(`${x.shape.join('×')} values don't make ${extents.join('×')}.`);
      const y = tf.reshape(x, [batch, ...filled]);
      return tape.record(y, [{ tensor: x, gradient: (dy) => tf.reshape(dy, x.shape) }]);
    },
    padChannels(x, wanted) {
      const { batch, height, width, channels } = imageExtents(x);
      if (channels === wanted) return x;
      const y = tf.pad(x, [...sides, [0, wanted - channels]]);
      const gradient = (dy: Tensor): Tensor => tf.slice(dy, [0, 0, 0, 0], [batch, height, width, channels]);
      return tape.record(y, [{ tensor: x, gradient }]);
    },
    permute(x, order) {
      const axes = [0, ...order.map((axis) => axis + 1)];
      const back = axes.map((_, axis) => axes.indexOf(axis));
      const y = tf.transpose(x, axes);
      return tape.record(y, [{ tensor: x, gradient: (dy) => tf.transpose(dy, back) }]);
    },
  };
}
