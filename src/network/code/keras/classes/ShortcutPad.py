import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="Layerwise")
class ShortcutPad(layers.Layer):
    """Skips pixels and adds channels of zeros (He et al. 2016, option A)."""

    def __init__(self, channels, strides, **kwargs):
        super().__init__(**kwargs)
        self.channels = channels
        self.strides = tuple(strides)

    def call(self, inputs):
        down, across = self.strides
        added = self.channels - inputs.shape[-1]
        kept = inputs[:, ::down, ::across]
        return ops.pad(kept, [(0, 0), (0, 0), (0, 0), (0, added)])

    def get_config(self):
        own = {"channels": self.channels, "strides": self.strides}
        return {**super().get_config(), **own}
