import * as tf from '@tensorflow/tfjs';

/** Divides by what neighbouring channels hold (Krizhevsky et al. 2012, 3.3). */
class LocalResponseNormalization extends tf.layers.Layer {
  static className = 'LocalResponseNormalization';

  constructor({ size, bias, alpha, beta, ...config }) {
    super(config);
    this.settings = { size, bias, alpha, beta };
  }

  call(inputs) {
    const { size, bias, alpha, beta } = this.settings;
    const images = Array.isArray(inputs) ? inputs[0] : inputs;
    return tf.localResponseNormalization(images, (size - 1) / 2, bias, alpha, beta);
  }

  getConfig() {
    return { ...super.getConfig(), ...this.settings };
  }
}

tf.serialization.registerClass(LocalResponseNormalization);
