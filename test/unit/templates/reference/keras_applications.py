"""Layers of VGG-16, ResNet-50 and Inception v3 as Keras Applications builds them.

    python -m venv venv && venv/bin/pip install keras==3.12.0 jax==0.7.2
    KERAS_BACKEND=jax venv/bin/python keras_applications.py > keras_applications.json

Prints the layers in the model's order, each as `describe` says. No weights are downloaded.
"""

import json
import math

import keras

MODELS = {
    "vgg-16": keras.applications.VGG16,
    "resnet-50": keras.applications.ResNet50,
    "inception-v3": keras.applications.InceptionV3,
}


def count(weights: list) -> int:
    return sum(math.prod(weight.shape) for weight in weights)


def describe(layer: keras.Layer, places: dict[str, int]) -> list:
    """Class, name, places of the layers that feed it, output shape without the batch, trainable and other parameters,
    window and strides, and the activation that is part of the layer."""
    feeding = [tensor._keras_history.operation.name for node in layer._inbound_nodes for tensor in node.input_tensors]
    window = getattr(layer, "kernel_size", None) or getattr(layer, "pool_size", None)
    activation = getattr(layer, "activation", None)
    return [
        type(layer).__name__,
        layer.name,
        [places[name] for name in feeding],
        list(layer.output.shape[1:]),
        count(layer.trainable_weights),
        count(layer.non_trainable_weights),
        [*window, *layer.strides] if window else [],
        "" if activation is None or activation.__name__ == "linear" else activation.__name__,
    ]


def main() -> None:
    models = []
    for name, build in MODELS.items():
        keras.backend.clear_session()
        layers = build(weights=None).layers
        places = {layer.name: place for place, layer in enumerate(layers)}
        rows = ",\n    ".join(json.dumps(describe(layer, places)) for layer in layers)
        models.append(f'  "{name}": [\n    {rows}\n  ]')
    body = ",\n".join([f'  "keras": "{keras.__version__}"', *models])
    print(f"{{\n{body}\n}}")


if __name__ == "__main__":
    main()
