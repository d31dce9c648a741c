"""Asks exported models in Keras and TensorFlow what they make of a batch.

Takes one folder, of which each folder holds `batch.safetensors` (images channels last) and a model:
`model.keras`, perhaps with `layerwise_layers.py`, or `saved_model.pb`. Writes `results.json` beside
them. Where there is a README, what its Python prints is written too.
"""

import contextlib
import importlib.util
import io
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


def register(path):
    spec = importlib.util.spec_from_file_location("layerwise_layers", path)
    spec.loader.exec_module(importlib.util.module_from_spec(spec))


def ask_keras(folder, images):
    classes = folder / "layerwise_layers.py"
    if classes.exists():
        register(classes)
    model = keras.saving.load_model(folder / "model.keras")
    counts = {layer.name: layer.count_params() for layer in model.layers}
    predictions = model(images, training=False)
    return predictions, {name: count for name, count in counts.items() if count > 0}


def ask_tensorflow(folder, images):
    model = tf.saved_model.load(str(folder))
    return model.signatures["serving_default"](images=tf.constant(images))["predictions"], {}


def check(folder):
    images = load_file(folder / "batch.safetensors")["images"]
    ask = ask_keras if (folder / "model.keras").exists() else ask_tensorflow
    predictions, counts = ask(folder, images)
    return {"predictions": np.ravel(predictions).tolist(), "counts": counts}


def answer(folder):
    """What the README's code prints; it registers classes that are not there yet."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        run_readme(folder)
    sys.modules.pop("layerwise_layers", None)
    return printed.getvalue().strip()


def attempt(folder):
    try:
        shown = {"answer": answer(folder)} if (folder / "README.md").exists() else {}
        return {**check(folder), **shown}
    except Exception:
        return {"error": traceback.format_exc()}
    finally:
        keras.backend.clear_session()


root = Path(sys.argv[1])
results = {folder.name: attempt(folder) for folder in sorted(root.iterdir()) if folder.is_dir()}
(root / "results.json").write_text(json.dumps(results))
