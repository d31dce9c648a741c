"""Trains the network as its project says.

python train.py --data DATA --out runs/first
"""

import json
import math
import os
import platform

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import numpy as np
import tensorflow as tf

from data import Data
from gradient_logger import GradientLogger
from model import LAYERWISE_WEIGHTS, build_model, load_weights
from options import HERE, make_parser
from progress import Progress
from run_folder import RunFolder
from schedule import learning_rate
from trackers import Trackers
from training_step import TrainingStep


def machine():
    """What run.json says of where the network is trained."""
    gpus = tf.config.list_physical_devices("GPU")
    names = [
        tf.config.experimental.get_device_details(gpu).get("device_name", "GPU")
        for gpu in gpus[:1]
    ]
    threads = tf.config.threading.get_intra_op_parallelism_threads()
    return {
        "backend": "keras",
        "device": "gpu" if gpus else "cpu",
        "description": names[0] if gpus else platform.processor() or "CPU",
        "libraryVersion": f"{keras.__version__} on TensorFlow {tf.__version__}",
        "threads": threads or os.cpu_count() or 1,
    }


def open_tensorboard(folder):
    writer = tf.summary.create_file_writer(str(folder))

    def write(name, value, step):
        with writer.as_default():
            tf.summary.scalar(name, value, step)

    return write, writer.close


def variables_of(model):
    """The model's variables by their names in Layerwise."""
    return {
        name: variable
        for layer, names in LAYERWISE_WEIGHTS.items()
        for name, variable in zip(names, model.get_layer(layer).weights, strict=True)
    }


def validate(step, data):
    """Mean loss and metric over the validation images."""
    loss = right = count = 0
    for images, labels in data.validation():
        batch_loss, batch_right = step.validated(images, labels).numpy().tolist()
        loss += batch_loss * len(labels)
        right += batch_right
        count += len(labels)
    return loss / count, right / count


def restore(path, variables):
    """Values of all variables and of other numbers, as `write_state` wrote them."""
    with np.load(path) as arrays:
        if f"{len(variables) - 1}" not in arrays or f"{len(variables)}" in arrays:
            raise SystemExit(f"{path} is of another network or optimizer.")
        for number, variable in enumerate(variables):
            variable.assign(arrays[f"{number}"])
        return int(arrays["step"]), float(arrays["best"])


def main():
    options = make_parser(__doc__).parse_args()
    project = json.loads((HERE / "project.layerwise").read_text(encoding="utf8"))
    layers = json.loads((HERE / "layers.json").read_text(encoding="utf8"))
    training = project["training"]
    data = Data(training, options.data)

    model = build_model(training["seed"])
    if os.path.exists(options.weights):
        load_weights(model, options.weights)
    variables = variables_of(model)
    logger = GradientLogger(model, layers, variables)
    train = TrainingStep(model, training, layers, variables, logger)
    epochs = options.epochs or training["epochs"]
    total = epochs * data.steps_per_epoch
    last = min(total, options.steps or total)

    run = RunFolder(options.out, layers, options.resume, "keras.npz")
    state = [*model.variables, *train.state]
    step = 0
    if options.resume:
        step, run.best = restore(run.state_path, state)
        run.resume(step, epochs)
    else:
        sizes = {
            "stepsPerEpoch": data.steps_per_epoch,
            "trainingImages": len(data.numbers),
            "validationImages": len(data.test_pixels),
        }
        run.start(project, sizes, machine())
    trackers = Trackers(options, project["name"], open_tensorboard)
    progress = Progress(run, trackers, data.steps_per_epoch, last)

    def write_state(path):
        values = {f"{number}": value.numpy() for number, value in enumerate(state)}
        with open(path, "wb") as file:
            np.savez(file, **values, step=step, best=run.best)

    def save(validation_loss=None):
        weights = {
            name: variable.numpy().reshape(layers["shapes"][name])
            for name, variable in variables.items()
        }
        epochs_done = step // data.steps_per_epoch
        run.checkpoint(step, epochs_done, weights, write_state, validation_loss)

    reason, message = "finished", None
    while step < last:
        sampled = step % training["telemetryEvery"] == 0 or step + 1 == last
        images, labels, size = data.batch(step)
        rate = learning_rate(training, step, data.steps_per_epoch, total)
        train.set_learning_rate(rate)
        if sampled:
            sums, *found = train.sampled(images, labels)
        else:
            sums = train.plain(images, labels)
        loss, right = sums.numpy().tolist()
        accuracy = right / size
        if not math.isfinite(loss):
            reason, message = "diverged", f"The loss is {loss} at step {step + 1}."
            break
        step += 1
        progress.count(loss, accuracy, size)
        if sampled:
            progress.sampled(
                step, loss, accuracy, rate, logger.measured(*found, size)
            )
        if step % data.steps_per_epoch == 0:
            validation_loss, _ = progress.epoch_ended(
                step, lambda: validate(train, data)
            )
            save(validation_loss)
        elif step % options.checkpoint_every == 0 or step == last:
            save()
    run.end(step, reason, message)
    trackers.close()


if __name__ == "__main__":
    main()
