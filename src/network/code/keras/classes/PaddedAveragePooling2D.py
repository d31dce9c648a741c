import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="Layerwise")
class PaddedAveragePooling2D(layers.Layer):
    """Mean of each window; padding ((top, bottom), (left, right)) does not count."""

    def __init__(self, pool_size, strides, padding, **kwargs):
        super().__init__(**kwargs)
        self.pool_size = pool_size
        self.strides = strides
        self.padding = tuple(tuple(sides) for sides in padding)

    def padded_means(self, values):
        return ops.average_pool(
            ops.pad(values, [(0, 0), *self.padding, (0, 0)]),
            self.pool_size,
            self.strides,
            data_format="channels_last",
        )

    def call(self, inputs):
        inside = ops.ones_like(inputs[:1, :, :, :1])
        return self.padded_means(inputs) / self.padded_means(inside)

    def get_config(self):
        own = {"pool_size": self.pool_size, "strides": self.strides}
        return {**super().get_config(), **own, "padding": self.padding}
