import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="Layerwise")
class TableConv2D(layers.Layer):
    """Each of 16 filters sees some of 6 maps (LeCun et al. 1998, Table I)."""

    MAPS_SEEN = (
        (0, 1, 2),
        (1, 2, 3),
        (2, 3, 4),
        (3, 4, 5),
        (0, 4, 5),
        (0, 1, 5),
        (0, 1, 2, 3),
        (1, 2, 3, 4),
        (2, 3, 4, 5),
        (0, 3, 4, 5),
        (0, 1, 4, 5),
        (0, 1, 2, 5),
        (0, 1, 3, 4),
        (1, 2, 4, 5),
        (0, 2, 3, 5),
        (0, 1, 2, 3, 4, 5),
    )

    def __init__(
        self,
        kernel_size,
        strides=1,
        padding="valid",
        dilation_rate=1,
        kernel_initializer="glorot_uniform",
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.kernel_size = kernel_size
        self.strides = strides
        self.padding = padding
        self.dilation_rate = dilation_rate
        self.kernel_initializer = keras.initializers.get(kernel_initializer)

    def build(self, input_shape):
        size = self.kernel_size
        self.window = (size, size) if isinstance(size, int) else tuple(size)
        self.places = [
            seen * len(self.MAPS_SEEN) + i
            for i, maps in enumerate(self.MAPS_SEEN)
            for seen in maps
        ]
        self.kernel = self.add_weight(
            shape=(*self.window, len(self.places)),
            initializer=self.kernel_initializer,
            name="kernel",
        )
        self.bias = self.add_weight(
            shape=(len(self.MAPS_SEEN),), initializer="zeros", name="bias"
        )

    def call(self, inputs):
        filters = len(self.MAPS_SEEN)
        spread = ops.one_hot(self.places, 6 * filters, dtype=self.kernel.dtype)
        kernel = ops.reshape(
            ops.matmul(self.kernel, spread), (*self.window, 6, filters)
        )
        result = ops.conv(
            inputs,
            kernel,
            strides=self.strides,
            padding=self.padding,
            data_format="channels_last",
            dilation_rate=self.dilation_rate,
        )
        return result + self.bias

    def get_config(self):
        start = keras.initializers.serialize(self.kernel_initializer)
        return {
            **super().get_config(),
            "kernel_size": self.kernel_size,
            "strides": self.strides,
            "padding": self.padding,
            "dilation_rate": self.dilation_rate,
            "kernel_initializer": start,
        }
