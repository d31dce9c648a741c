import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="Layerwise")
class Gate(layers.Layer):
    """A value times the sigmoid of its logits, or times one minus that."""

    def __init__(self, rest=False, **kwargs):
        super().__init__(**kwargs)
        self.rest = rest

    def call(self, inputs):
        value, logits = inputs
        return value * ops.sigmoid(-logits if self.rest else logits)

    def get_config(self):
        return {**super().get_config(), "rest": self.rest}
