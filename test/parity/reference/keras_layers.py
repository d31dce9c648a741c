"""What single layers compute in Keras: outputs and gradients, as fingerprints, for Layerwise's layer kinds.

    KERAS_BACKEND=jax python keras_layers.py > keras-layers.json

Fills inputs and weights by the formula of `hashed` and prints of each tensor its norm and three weighted sums.
Biome lays the file out. test/parity/keras.test.ts fills the engine in the same way and compares. Needs keras and jax only.
"""

import json

import jax
import keras
import numpy as np
from keras import layers

BATCH = 2
IMAGE = [6, 5, 4]


def hashed(count: int, stream: int) -> np.ndarray:
    """Values in [-1, 1) from Knuth's multiplicative hash, the same in every language (exact in float32)."""
    index = np.arange(count, dtype=np.uint64) + np.uint64(stream) * np.uint64(7919)
    bits = (index * np.uint64(2654435761)) & np.uint64(0xFFFFFFFF)
    return ((bits >> np.uint64(9)).astype(np.float64) / 2**22 - 1).astype(np.float32)


def fingerprint(values) -> dict:
    flat = np.asarray(values, dtype=np.float64).reshape(-1)
    sums = [float(flat @ hashed(flat.size, 50 + number)) for number in range(3)]
    return {"norm": float(np.linalg.norm(flat)), "sums": sums}


def conv(padding="same", strides=(1, 1), dilations=(1, 1), kernel=(3, 3), **options) -> tuple[dict, dict]:
    """A convolution's settings in Layerwise and in Keras."""
    ours = {"kernelSize": list(kernel), "strides": list(strides), "dilations": list(dilations), "padding": padding}
    theirs = {"kernel_size": kernel, "strides": strides, "dilation_rate": dilations, "padding": padding}
    names = {"filters": "filters", "groups": "groups", "depthMultiplier": "depth_multiplier"}
    return {**ours, **options}, {**theirs, **{names[name]: value for name, value in options.items()}}


def transposed(kernel, strides, padding) -> tuple[dict, layers.Layer]:
    ours = {"filters": 3, "kernelSize": list(kernel), "strides": list(strides), "padding": padding}
    return ours, layers.Conv2DTranspose(3, kernel, strides=strides, padding=padding)


def convolutions():
    variants = [{}, {"strides": (2, 2)}, {"strides": (2, 2), "padding": "valid"}, {"dilations": (2, 2)}]
    kinds = [
        ("conv2d", layers.Conv2D, {"filters": 6}),
        ("conv2d", layers.Conv2D, {"filters": 6, "groups": 2}),
        ("depthwiseConv2d", layers.DepthwiseConv2D, {"depthMultiplier": 1}),
        ("depthwiseConv2d", layers.DepthwiseConv2D, {"depthMultiplier": 3}),
        ("separableConv2d", layers.SeparableConv2D, {"filters": 5, "depthMultiplier": 2}),
    ]
    for kind, layer, options in kinds:
        for variant in variants:
            ours, theirs = conv(**variant, **options)
            yield kind, ours, IMAGE, layer(**theirs)
    for kernel, strides, padding in [
        ((2, 2), (2, 2), "same"),
        ((3, 3), (2, 2), "same"),
        ((3, 3), (2, 2), "valid"),
        ((5, 4), (1, 1), "same"),
        ((2, 3), (3, 3), "valid"),
    ]:
        ours, layer = transposed(kernel, strides, padding)
        yield "convTranspose2d", ours, IMAGE, layer


def others():
    for kind, name in [("relu", "relu"), ("relu6", "relu6"), ("sigmoid", "sigmoid"), ("tanh", "tanh"),
                       ("silu", "silu"), ("softplus", "softplus"), ("softmax", "softmax")]:
        yield kind, {}, IMAGE, layers.Activation(name)
    yield "leakyRelu", {"slope": 0.2}, IMAGE, layers.LeakyReLU(negative_slope=0.2)
    yield "prelu", {}, IMAGE, layers.PReLU(shared_axes=[1, 2])
    yield "elu", {"alpha": 0.7}, IMAGE, layers.ELU(alpha=0.7)
    for form in ["exact", "tanh"]:
        yield "gelu", {"form": form}, IMAGE, layers.Activation(
            lambda x, form=form: keras.activations.gelu(x, approximate=form == "tanh"))
    yield "layerNorm", {}, IMAGE, layers.LayerNormalization()
    yield "layerNorm", {"axes": "example"}, IMAGE, layers.LayerNormalization(axis=[1, 2, 3])
    yield "layerNorm", {}, [9], layers.LayerNormalization()
    for groups in [1, 2, 4]:
        yield "groupNorm", {"groups": groups}, IMAGE, layers.GroupNormalization(groups)
    for interpolation in ["nearest", "bilinear"]:
        ours = {"factors": [2, 3], "interpolation": interpolation}
        yield "upsampling2d", ours, IMAGE, layers.UpSampling2D((2, 3), interpolation=interpolation)
    yield "reshape", {"targetShape": [0, 4, 3]}, IMAGE, layers.Reshape((-1, 4, 3))
    for order in ["whc", "hcw", "chw", "cwh", "wch"]:
        yield "permute", {"order": order}, IMAGE, layers.Permute(["hwc".index(axis) + 1 for axis in order])
    yield "zeroPad2d", {"padding": [1, 2, 0, 3]}, IMAGE, layers.ZeroPadding2D(((1, 2), (0, 3)))
    for kind, layer in [("maxPool2d", layers.MaxPooling2D), ("averagePool2d", layers.AveragePooling2D)]:
        ours = {"poolSize": [3, 3], "strides": [2, 2], "padding": "same"}
        yield kind, ours, IMAGE, layer(3, strides=2, padding="same")
    yield "globalAveragePool2d", {}, IMAGE, layers.GlobalAveragePooling2D()
    yield "dense", {"units": 5}, [9], layers.Dense(5)


def measured(kind: str, config: dict, shape: list[int], layer: layers.Layer) -> dict:
    layer.build([BATCH, *shape])
    x = 2 * hashed(BATCH * int(np.prod(shape)), 0).reshape([BATCH, *shape])
    weights = [hashed(int(np.prod(weight.shape)), index + 1).reshape(weight.shape)
               for index, weight in enumerate(layer.weights)]
    output = lambda x, weights: layer.stateless_call(weights, [], x)[0]
    y = output(x, weights)
    coefficients = hashed(y.size, 40).reshape(y.shape)
    slopes = jax.grad(lambda *of: (output(*of) * coefficients).sum(), argnums=(0, 1))(x, weights)
    return {
        "kind": kind,
        "config": config,
        "input": shape,
        "outputShape": list(y.shape[1:]),
        "output": fingerprint(y),
        "inputGradient": fingerprint(slopes[0]),
        "weights": [{"shape": list(weight.shape), "gradient": fingerprint(slope)}
                    for weight, slope in zip(weights, slopes[1])],
    }


def rounded(value):
    if isinstance(value, float):
        return float(f"{value:.7g}")
    if isinstance(value, list):
        return [rounded(entry) for entry in value]
    return {name: rounded(entry) for name, entry in value.items()} if isinstance(value, dict) else value


if __name__ == "__main__":
    cases = [json.dumps(rounded(measured(*case))) for make in [convolutions, others] for case in make()]
    print(f'{{"keras": "{keras.__version__}", "cases": [\n' + ",\n".join(cases) + "\n]}")
