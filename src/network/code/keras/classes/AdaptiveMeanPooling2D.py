import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="Layerwise")
class AdaptiveMeanPooling2D(layers.Layer):
    """Means of windows from floor(i n / m) to ceil((i + 1) n / m), as in PyTorch."""

    def __init__(self, output_size, **kwargs):
        super().__init__(**kwargs)
        self.output_size = tuple(output_size)

    def shares(self, size, count, dtype):
        starts = [i * size // count for i in range(count)]
        ends = [-(-(i + 1) * size // count) for i in range(count)]
        return ops.convert_to_tensor(
            [
                [1 / (end - start) if start <= at < end else 0.0 for at in range(size)]
                for start, end in zip(starts, ends, strict=True)
            ],
            dtype=dtype,
        )

    def call(self, inputs):
        rows = self.shares(inputs.shape[1], self.output_size[0], inputs.dtype)
        columns = self.shares(inputs.shape[2], self.output_size[1], inputs.dtype)
        return ops.einsum("bhwc,ih,jw->bijc", inputs, rows, columns)

    def get_config(self):
        return {**super().get_config(), "output_size": self.output_size}
