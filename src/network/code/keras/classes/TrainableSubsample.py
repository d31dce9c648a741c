import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="Layerwise")
class TrainableSubsample(layers.Layer):
    """The sum of each window times a coefficient, plus a bias, as in LeNet-5."""

    def __init__(self, pool_size, **kwargs):
        super().__init__(**kwargs)
        self.pool_size = tuple(pool_size)

    def build(self, input_shape):
        shape = (input_shape[-1],)
        height, width = self.pool_size
        mean = keras.initializers.Constant(1 / (height * width))
        self.coefficient = self.add_weight(
            shape=shape, initializer=mean, name="coefficient"
        )
        self.bias = self.add_weight(shape=shape, initializer="zeros", name="bias")

    def call(self, inputs):
        height, width = self.pool_size
        means = ops.average_pool(inputs, self.pool_size, data_format="channels_last")
        return means * (height * width) * self.coefficient + self.bias

    def get_config(self):
        return {**super().get_config(), "pool_size": self.pool_size}
