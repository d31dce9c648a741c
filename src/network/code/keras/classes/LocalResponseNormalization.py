import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="Layerwise")
class LocalResponseNormalization(layers.Layer):
    """Divides by what neighbouring channels hold (Krizhevsky et al. 2012, 3.3)."""

    def __init__(self, size, bias, alpha, beta, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.bias = bias
        self.alpha = alpha
        self.beta = beta

    def call(self, inputs):
        radius = self.size // 2
        channels = inputs.shape[-1]
        sides = [(0, 0)] * (len(inputs.shape) - 1) + [(radius, radius)]
        squares = ops.pad(ops.square(inputs), sides)
        sums = sum(squares[..., i : i + channels] for i in range(self.size))
        return inputs / ops.power(self.bias + self.alpha * sums, self.beta)

    def get_config(self):
        own = {"size": self.size, "bias": self.bias}
        return {**super().get_config(), **own, "alpha": self.alpha, "beta": self.beta}
