import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="Layerwise")
class DigitDistances(layers.Layer):
    """Minus the squared distances to bitmaps of digits (LeCun et al. 1998, eq. 7)."""

    # 7 wide and 12 high: +1 where there is ink, -1 elsewhere.
    BITMAPS = (
        (
            ".........###...##.##.##...####...####...##"
            "##...####...####...##.##.##...###........."
        ),
        (
            "..........##....###...####.....##.....##.."
            "...##.....##.....##.....##...######......."
        ),
        (
            "........#####.##...##.....##.....##....##."
            "...##....##....##....##.....#######......."
        ),
        (
            ".......#######.....##....##....##....####."
            ".....##.....##.....####...##.#####........"
        ),
        (
            "...........##....###...####..##.##.##..##."
            "##..##.#######....##.....##.....##........"
        ),
        (
            ".......#########.....##.....##.....######."
            ".....##.....##.....####...##.#####........"
        ),
        (
            ".........####..##....##.....##.....######."
            "##...####...####...####...##.#####........"
        ),
        (
            ".......#######.....##.....##....##.....##."
            "...##.....##....##.....##.....##.........."
        ),
        (
            "........#####.##...####...####...##.#####."
            "##...####...####...####...##.#####........"
        ),
        (
            "........#####.##...####...####...##.######"
            ".....##.....##.....##....##..####........."
        ),
    )

    def build(self, input_shape):
        bitmaps = [
            [1.0 if pixel == "#" else -1.0 for pixel in bitmap]
            for bitmap in self.BITMAPS
        ]
        self.bitmaps = self.add_weight(
            shape=(10, 84), initializer="zeros", trainable=False, name="bitmaps"
        )
        self.bitmaps.assign(bitmaps)

    def call(self, inputs):
        return -ops.sum(ops.square(inputs[:, None] - self.bitmaps), axis=2)
