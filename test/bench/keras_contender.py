"""Keras on TensorFlow: one compiled graph per step, without XLA.

    python keras_contender.py RACE STEP

RACE is described in contender.py. STEP is train_on_batch, Keras's own way to run one step with all that belongs to it,
or function: forward, backward and update alone in a tf.function, as people write it who count microseconds.
"""

import os
import sys
from math import prod

os.environ["KERAS_BACKEND"] = "tensorflow"

import keras
import tensorflow as tf
from contender import Size, multiply_adds, read_batches, read_race, serve
from keras_models import models

race = read_race()
tf.config.threading.set_intra_op_parallelism_threads(race.threads)
tf.config.threading.set_inter_op_parallelism_threads(race.threads)
model = models[race.network](tuple(race.shape), race.classes)
model.compile(
    optimizer=keras.optimizers.SGD(0.01, momentum=0.9),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    jit_compile=False,
)
size = Size(
    parameters=sum(prod(variable.shape) for variable in model.trainable_variables),
    multiplyAdds=multiply_adds(
        (prod(layer.kernel.shape), layer.output.shape[1:-1]) for layer in model.layers if hasattr(layer, "kernel")
    ),
)


@tf.function
def bare_step(images, labels):
    with tf.GradientTape() as tape:
        loss = model.loss(labels, model(images, training=True))
    variables = model.trainable_variables
    model.optimizer.apply(tape.gradient(loss, variables), variables)
    return loss


steps = {
    "train_on_batch": lambda images, labels: float(model.train_on_batch(images, labels)),
    "function": lambda images, labels: float(bare_step(tf.constant(images), tf.constant(labels))),
}
version = f"{keras.__version__} on TensorFlow {tf.__version__}"
serve(race, version, size, read_batches(race), steps[sys.argv[2]])
