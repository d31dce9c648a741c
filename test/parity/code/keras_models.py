"""Saves models of Keras's in every form that Layerwise imports, with what they answer.

Takes a folder and the names of the sets to write: `small`, `applications`, `whole`. Of each
model there is a folder with its files, `answers.safetensors` (images, logits) and
`counts.json` (parameters by layer).
"""

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
import tensorflow as tf
from keras import layers
from safetensors.numpy import save_file

tf.config.threading.set_intra_op_parallelism_threads(2)


def lenet():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(6, 5, padding="same", activation="tanh"),
            layers.AveragePooling2D(2),
            layers.Conv2D(16, 5, activation="tanh"),
            layers.AveragePooling2D(2),
            layers.Flatten(),
            layers.Dense(120, activation="tanh"),
            layers.Dense(84, activation="tanh"),
            layers.Dense(10),
        ],
        name="lenet",
    )


def activations():
    inputs = x = keras.Input((6, 5, 4))
    names = ["elu", "gelu", "leaky_relu", "relu6", "sigmoid", "silu", "softmax", "softplus"]
    for name in names:
        x = layers.Conv2D(4, 1, activation=name, name=f"conv_{name}")(x)
    x = layers.PReLU(shared_axes=[1, 2], alpha_initializer="random_normal")(x)
    x = layers.ReLU(negative_slope=0.1)(layers.LeakyReLU(negative_slope=0.2)(x))
    x = layers.ELU(alpha=0.5)(layers.Activation("tanh")(x))
    x = layers.ReLU(max_value=6)(x)
    x = layers.Conv2D(4, 1, activation=layers.ReLU(), name="conv_object")(x)
    return keras.Model(inputs, layers.Dense(3)(layers.Flatten()(x)), name="activations")


def convolutions():
    inputs = x = keras.Input((12, 10, 4))
    x = layers.ZeroPadding2D(((1, 2), (0, 1)))(x)
    x = layers.Conv2D(8, (3, 2), strides=2, groups=2, padding="same")(x)
    x = layers.Conv2D(6, 3, dilation_rate=2, padding="same", use_bias=False)(x)
    x = layers.DepthwiseConv2D(3, depth_multiplier=2, activation="relu")(x)
    x = layers.SeparableConv2D(5, 3, padding="same")(x)
    x = layers.Conv2DTranspose(3, 3, strides=2, padding="same")(x)
    x = layers.Dense(4, activation="relu", name="dense_of_pixels")(x)
    x = layers.UpSampling2D(2, interpolation="bilinear")(x)
    x = layers.MaxPooling2D(3, strides=2, padding="same")(x)
    x = layers.Permute((2, 1, 3))(x)
    x = layers.Reshape((-1, 2, 2))(x)
    x = layers.GlobalAveragePooling2D(keepdims=True)(x)
    return keras.Model(inputs, layers.Dense(3)(layers.Flatten()(x)), name="convolutions")


def normalisations():
    inputs = x = keras.Input((6, 6, 4))
    x = layers.BatchNormalization(scale=False, momentum=0.9, epsilon=1e-4)(x)
    x = layers.LayerNormalization()(layers.Conv2D(4, 3)(x))
    x = layers.LayerNormalization(axis=[1, 2, 3])(x)
    x = layers.GroupNormalization(2)(layers.SpatialDropout2D(0.1)(x))
    x = layers.BatchNormalization(center=False)(layers.Dropout(0.2)(x))
    x = layers.GlobalMaxPooling2D()(layers.GaussianNoise(0.1)(x))
    x = layers.BatchNormalization()(layers.Dense(5)(x))
    return keras.Model(inputs, layers.Dense(3)(x), name="normalisations")


def merges():
    inner = keras.Sequential(
        [keras.Input((4, 4, 3)), layers.Conv2D(3, 3, padding="same", name="a"), layers.BatchNormalization(name="b")],
        name="inner",
    )
    deeper_input = keras.Input((4, 4, 3))
    deeper = keras.Model(deeper_input, inner(layers.Conv2D(3, 1, name="a")(deeper_input)), name="deeper")
    inputs = keras.Input((8, 8, 2))
    x = layers.Conv2D(3, 3, strides=2, padding="same", name="stem")(inputs)
    left = deeper(x)
    right = layers.Conv2D(3, 1, name="right")(x)
    shared = layers.Conv2D(3, 3, padding="same", name="shared")
    x = layers.Add()([left, right]) + shared(x)
    x = layers.Concatenate()([x, shared(right), layers.Multiply()([left, right])])
    x = layers.Average()([x, layers.Activation("relu")(x), x * x])
    x = layers.Subtract()([x, layers.MaxPooling2D(3, strides=1, padding="same")(x)])
    return keras.Model(inputs, layers.Dense(3)(layers.Flatten()(x)), name="merges")


def features():
    inputs = keras.Input((12,))
    x = layers.Dense(6, activation="relu")(inputs)
    return keras.Model(inputs, layers.Dense(3, activation="softmax")(x), name="features")


def vgg16():
    base = keras.applications.VGG16(weights=None, include_top=False, input_shape=(64, 64, 3))
    x = layers.Dense(64, activation="relu", name="fc1")(layers.Flatten(name="flatten")(base.output))
    return keras.Model(base.input, layers.Dense(10, name="predictions")(x), name="vgg16")


def resnet50():
    return application(keras.applications.ResNet50, 64)


def inception_v3():
    return application(keras.applications.InceptionV3, 75)


def application(build, size):
    return build(weights=None, input_shape=(size, size, 3), classes=10, classifier_activation=None)


def whole(build):
    return lambda: build(weights=None, classifier_activation=None)


SETS = {
    "small": [lenet, activations, convolutions, normalisations, merges, features],
    "applications": [vgg16, resnet50, inception_v3],
}
WHOLE = {
    "whole-vgg16": whole(keras.applications.VGG16),
    "whole-resnet50": whole(keras.applications.ResNet50),
    "whole-inception-v3": whole(keras.applications.InceptionV3),
}


def scatter(model, stream):
    """Values of their own for all that starts as a constant, so that none is taken for another."""
    for variable in model.variables:
        leaf = variable.path.split("/")[-1]
        if leaf in ("gamma", "moving_variance"):
            variable.assign(stream.uniform(0.5, 1.5, variable.shape))
        elif leaf in ("bias", "beta", "moving_mean"):
            variable.assign(stream.normal(0, 0.2, variable.shape))


def layers_of(model):
    for layer in model.layers:
        if hasattr(layer, "layers"):
            yield from layers_of(layer)
        else:
            yield layer


def save(folder, model, forms):
    folder.mkdir(parents=True)
    stream = np.random.default_rng(3)
    scatter(model, stream)
    if "keras" in forms:
        model.save(folder / "model.keras")
    if "h5" in forms:
        model.save(folder / "model.h5")
    if "weights" in forms:
        model.save_weights(folder / "model.weights.h5")
    if "json" in forms:
        (folder / "model.json").write_text(model.to_json())
    images = stream.uniform(-1, 1, (2, *model.input_shape[1:])).astype("float32")
    logits = model(images, training=False).numpy()
    save_file({"images": images, "logits": logits}, folder / "answers.safetensors")
    counts = [[layer.name, layer.count_params()] for layer in layers_of(model) if layer.count_params() > 0]
    (folder / "counts.json").write_text(json.dumps(counts))


def main(root, wanted):
    keras.utils.set_random_seed(1)
    if "small" in wanted:
        for build in SETS["small"]:
            save(root / build.__name__, build(), ["keras", "h5", "weights", "json"])
    if "applications" in wanted:
        forms = {"vgg16": ["keras"], "resnet50": ["h5"], "inception_v3": ["weights", "json"]}
        for build in SETS["applications"]:
            keras.backend.clear_session()
            save(root / build.__name__, build(), forms[build.__name__])
    if "whole" in wanted:
        for name, build in WHOLE.items():
            keras.backend.clear_session()
            save(root / name, build(), ["keras"])


main(Path(sys.argv[1]), sys.argv[2:])
