import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="Layerwise")
class ChannelScale(layers.Layer):
    """A learned factor for each channel."""

    def __init__(self, start=1.0, **kwargs):
        super().__init__(**kwargs)
        self.start = start

    def build(self, input_shape):
        start = keras.initializers.Constant(self.start)
        self.gamma = self.add_weight(
            shape=(input_shape[-1],), initializer=start, name="gamma"
        )

    def call(self, inputs):
        return inputs * self.gamma

    def get_config(self):
        return {**super().get_config(), "start": self.start}
