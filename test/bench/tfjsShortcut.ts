import type { layers, Shape, Tensor } from '@tensorflow/tfjs-node-gpu';

/**
 * Every second pixel, and zeros in the channels that are missing (option A of He et al. 2016). A pool of one pixel
 * takes the place of a strided slice, which has no gradient in TensorFlow.js.
 */
export function zeroPadShortcut(tf: typeof import('@tensorflow/tfjs-node-gpu')): readonly layers.Layer[] {
  class DoubleChannels extends tf.layers.Layer {
    static className = 'DoubleChannels';

    override computeOutputShape(shape: Shape | Shape[]): Shape {
      const [batch = null, height = null, width = null, channels = null] = shape as Shape;
      return [batch, height, width, channels === null ? null : 2 * channels];
    }

    override call(inputs: Tensor | Tensor[]): Tensor {
      return tf.tidy(() => {
        const [image] = [inputs].flat();
        if (image === undefined) throw new Error('A shortcut needs an input.');
        return tf.pad(image, [
          [0, 0],
          [0, 0],
          [0, 0],
          [0, image.shape[3] ?? 0],
        ]);
      });
    }
  }
  return [tf.layers.averagePooling2d({ poolSize: 1, strides: 2 }), new DoubleChannels({ trainable: false })];
}
