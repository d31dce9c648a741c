"""Saves models of Keras 2 in its forms, with what they answer.

    pip install --no-deps --target packages tf_keras==2.21.0 safetensors
    PYTHONPATH=packages python keras2_models.py models     # a Python that has TensorFlow 2.21.0
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np
import tf_keras as keras
from safetensors.numpy import save_file
from tf_keras import layers

keras.utils.set_random_seed(2)


def inner():
    return [
        layers.Conv2D(3, 3, padding="same", name="a", input_shape=(4, 4, 3)),
        layers.BatchNormalization(name="b"),
    ]


def nested():
    within = keras.Sequential(inner(), name="inner")
    inputs = keras.Input((8, 8, 2))
    x = layers.Conv2D(3, 3, strides=2, padding="same", activation="relu", name="stem")(inputs)
    y = within(x)
    x = layers.Add()([layers.Conv2D(3, 1)(x), y]) + y
    x = layers.PReLU(shared_axes=[1, 2])(layers.LeakyReLU(0.2)(x))
    x = layers.DepthwiseConv2D(3, activation="swish")(x)
    x = layers.GlobalAveragePooling2D()(layers.SeparableConv2D(4, 2)(x))
    return keras.Model(inputs, layers.Dense(3)(x))


def frozen():
    within = keras.Sequential([*inner(), layers.Conv2D(3, 1, name="c")], name="inner")
    within.layers[0].trainable = False
    return keras.Sequential([layers.InputLayer((4, 4, 3)), within, layers.Flatten(), layers.Dense(2)])


def scatter(variable, stream):
    leaf = variable.name.split("/")[-1]
    if leaf.startswith(("gamma", "moving_variance")):
        variable.assign(stream.uniform(0.5, 1.5, variable.shape))
    elif leaf.startswith(("bias", "beta", "moving_mean")):
        variable.assign(stream.normal(0, 0.2, variable.shape))


for build in (nested, frozen):
    model = build()
    stream = np.random.default_rng(3)
    for variable in model.variables:
        scatter(variable, stream)
    folder = Path(sys.argv[1]) / build.__name__
    folder.mkdir(parents=True, exist_ok=True)
    model.save(folder / "model.h5")
    if build is nested:
        model.save(folder / "model.keras")
        model.save_weights(folder / "legacy.h5")
        (folder / "model.json").write_text(model.to_json())
    images = stream.uniform(-1, 1, (2, *model.input_shape[1:])).astype("float32")
    logits = model(images, training=False).numpy()
    save_file({"images": images, "logits": logits}, folder / "answers.safetensors")
