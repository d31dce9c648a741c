import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="Layerwise")
class TanhGelu(layers.Layer):
    """GELU by way of tanh (Hendrycks & Gimpel 2016)."""

    def call(self, inputs):
        return ops.gelu(inputs, approximate=True)
