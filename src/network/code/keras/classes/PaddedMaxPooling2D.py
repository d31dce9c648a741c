import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="Layerwise")
class PaddedMaxPooling2D(layers.Layer):
    """Largest value of each window; padding ((top, bottom), (left, right)) never is."""

    def __init__(self, pool_size, strides, padding, **kwargs):
        super().__init__(**kwargs)
        self.pool_size = pool_size
        self.strides = strides
        self.padding = tuple(tuple(sides) for sides in padding)

    def call(self, inputs):
        padded = ops.pad(
            inputs, [(0, 0), *self.padding, (0, 0)], constant_values=float("-inf")
        )
        return ops.max_pool(
            padded, self.pool_size, self.strides, data_format="channels_last"
        )

    def get_config(self):
        own = {"pool_size": self.pool_size, "strides": self.strides}
        return {**super().get_config(), **own, "padding": self.padding}
