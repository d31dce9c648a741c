import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="Layerwise")
class StochasticDepth(layers.Layer):
    """Drops whole examples while training, and divides the others by 1 - rate."""

    def __init__(self, rate, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed_generator = keras.random.SeedGenerator()

    def call(self, inputs, training=False):
        if not training or self.rate == 0:
            return inputs
        shape = (ops.shape(inputs)[0],) + (1,) * (len(inputs.shape) - 1)
        drawn = keras.random.uniform(
            shape, dtype=inputs.dtype, seed=self.seed_generator
        )
        return inputs * ops.cast(drawn >= self.rate, inputs.dtype) / (1 - self.rate)

    def get_config(self):
        return {**super().get_config(), "rate": self.rate}
