"""Runs exported Keras scripts on the weights and batches that the tests wrote.

Takes one folder, of which each folder holds `model.py`, `weights.safetensors` and
`batch.safetensors` (images channels last, labels). Writes `results.json` beside them.
"""

import importlib.util
import json
import os
import sys
import traceback
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
import tensorflow as tf
from readme_code import run_readme
from safetensors.numpy import load_file

tf.config.threading.set_intra_op_parallelism_threads(2)


def load(path):
    # A name of its own, as each script registers its classes.
    spec = importlib.util.spec_from_file_location("model", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def loss_of(script, outputs, labels):
    outputs = outputs if isinstance(outputs, list) else [outputs]
    pairs = zip(script.LOSSES, script.LOSS_WEIGHTS, outputs, strict=True)
    return sum(weight * loss(labels, output) for loss, weight, output in pairs)


def measure(script, folder, batch):
    """The model before its step, its loss, and the norms of its gradients."""
    model = script.build_model()
    first = {variable.path: variable.numpy() for variable in model.weights}
    script.load_weights(model, folder / "weights.safetensors")
    images = tf.constant(batch["images"], dtype=keras.config.floatx())
    labels = tf.constant(batch["labels"], dtype="int32")
    logits = model(images, training=False)
    logits = logits[0] if isinstance(logits, list) else logits

    @tf.function
    def gradients(images, labels):
        with tf.GradientTape() as tape:
            loss = loss_of(script, model(images, training=True), labels)
        values = [variable.value for variable in model.trainable_variables]
        return loss, tape.gradient(loss, values)

    loss, found = gradients(images, labels)
    by_path = {
        variable.path: float(np.linalg.norm(gradient.numpy().astype("float64")))
        for variable, gradient in zip(model.trainable_variables, found, strict=True)
        if gradient is not None
    }
    variables = {
        name: variable
        for layer, names in script.LAYERWISE_WEIGHTS.items()
        for name, variable in zip(names, model.get_layer(layer).weights, strict=True)
    }
    norms = {
        name: by_path[variable.path]
        for name, variable in variables.items()
        if variable.path in by_path
    }
    return variables, first, logits, loss, norms


def check(folder):
    script = load(folder / "model.py")
    batch = load_file(folder / "batch.safetensors")
    variables, first, logits, loss, norms = measure(script, folder, batch)
    keras.config.set_floatx("float64")
    keras.config.set_dtype_policy("float64")
    try:
        precise = measure(script, folder, batch)[-1]
    finally:
        keras.config.set_floatx("float32")
        keras.config.set_dtype_policy("float32")
    counts = {}
    for name, variable in variables.items():
        if variable.trainable:
            node = name.split("/")[0]
            counts[node] = counts.get(node, 0) + int(np.prod(variable.shape))
    return {
        "logits": np.ravel(logits).tolist(),
        "loss": float(loss),
        "parameters": counts,
        "gradientNorms": norms,
        "gradientRounding": {name: abs(norms[name] - precise[name]) for name in norms},
        "layers": {name: name.split("/")[0] for name in variables},
        "starts": {
            name: [
                float(first[variable.path].mean(dtype="float64")),
                float(first[variable.path].std(dtype="float64")),
            ]
            for name, variable in variables.items()
        },
    }


def attempt(folder):
    try:
        if (folder / "README.md").exists():
            run_readme(folder)
        return check(folder)
    except Exception:
        return {"error": traceback.format_exc()}
    finally:
        keras.backend.clear_session()


root = Path(sys.argv[1])
results = {folder.name: attempt(folder) for folder in sorted(root.iterdir()) if folder.is_dir()}
(root / "results.json").write_text(json.dumps(results))
