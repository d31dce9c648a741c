"""The networks of the benchmark as Keras models that end in logits."""

import keras
from keras import Model, layers

Image = tuple[int, int, int]


def lenet_5(shape: Image, classes: int) -> Model:
    return keras.Sequential(
        [
            keras.Input(shape),
            layers.Conv2D(6, 5, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(16, 5, activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(120, activation="relu"),
            layers.Dense(84, activation="relu"),
            layers.Dense(classes),
        ]
    )


def convolution(x, filters: int, stride: int = 1):
    x = layers.Conv2D(filters, 3, stride, padding="same", use_bias=False)(x)
    return layers.BatchNormalization(momentum=0.9, epsilon=1e-5)(x)


class ZeroPadShortcut(layers.Layer):
    """Every second pixel, and zeros in the channels that are missing: option A of He et al. 2016."""

    def call(self, x):
        return keras.ops.pad(x[:, ::2, ::2, :], [[0, 0], [0, 0], [0, 0], [0, x.shape[-1]]])


def cifar_20(shape: Image, classes: int, residual: bool) -> Model:
    """Three stages of three pairs of 3x3 convolutions, with shortcuts or without."""
    start = keras.Input(shape)
    x = layers.ReLU()(convolution(start, 16))
    for filters in (16, 32, 64):
        for pair in range(3):
            shrinks = filters > 16 and pair == 0
            y = layers.ReLU()(convolution(x, filters, 2 if shrinks else 1))
            y = convolution(y, filters)
            if residual:
                y = layers.Add()([ZeroPadShortcut()(x) if shrinks else x, y])
            x = layers.ReLU()(y)
    x = layers.GlobalAveragePooling2D()(x)
    return Model(start, layers.Dense(classes)(x))


def vgg_16(shape: Image, classes: int) -> Model:
    """A quarter of the paper's channels and units."""
    model = keras.Sequential([keras.Input(shape)])
    for filters, count in ((16, 2), (32, 2), (64, 3), (128, 3), (128, 3)):
        for _ in range(count):
            model.add(layers.Conv2D(filters, 3, padding="same", activation="relu"))
        model.add(layers.MaxPooling2D())
    model.add(layers.Flatten())
    for _ in range(2):
        model.add(layers.Dense(1024, activation="relu"))
        model.add(layers.Dropout(0.5))
    model.add(layers.Dense(classes))
    return model


def sigmoid_mlp(shape: Image, classes: int) -> Model:
    hidden = [layers.Dense(256, activation="sigmoid") for _ in range(5)]
    return keras.Sequential([keras.Input(shape), layers.Flatten(), *hidden, layers.Dense(classes)])


models = {
    "lenet-5": lenet_5,
    "resnet-20": lambda shape, classes: cifar_20(shape, classes, residual=True),
    "plain-20": lambda shape, classes: cifar_20(shape, classes, residual=False),
    "vgg-16": vgg_16,
    "sigmoid-mlp": sigmoid_mlp,
}
