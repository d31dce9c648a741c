"""Keras on TensorFlow: one compiled graph per step, without XLA.

    python keras_contender.py RACE

RACE is described in contender.py.
"""

import os

os.environ["KERAS_BACKEND"] = "tensorflow"

import keras
import tensorflow as tf
from contender import read_batches, read_race, serve
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
parameters = sum(int(variable.shape.num_elements()) for variable in model.trainable_variables)


def step(images, labels) -> float:
    return float(model.train_on_batch(images, labels))


serve(race, f"{keras.__version__} on TensorFlow {tf.__version__}", parameters, read_batches(race), step)
