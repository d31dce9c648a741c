"""Measures the gradient at every layer."""

import math

import keras
import numpy as np
import tensorflow as tf


class GradientLogger:
    """What a sampled step measures, in the order of Layerwise's columns."""

    def __init__(self, model, layers, variables):
        """`variables`: those of the model by their names in Layerwise."""
        self.layers = layers
        nodes = layers["nodes"]
        sources = [node["source"] for node in nodes]
        self.sources = list(dict.fromkeys(sources))
        measured = {node["source"] for node in nodes if node["differentiated"]}
        self.measured_rows = [
            row for row, source in enumerate(self.sources) if source in measured
        ]
        self.rows = [self.sources.index(source) for source in sources]
        self.weights = [
            variables[f"{weight['node']}/{weight['name']}"].value
            for weight in layers["weights"]
        ]
        results = [model.get_layer(source).output for source in self.sources]
        self.watched = keras.Model(model.inputs, [*results, *model.outputs])

    def run(self, images):
        """Results of all layers, and the outputs, of a step of training."""
        values = self.watched(images, training=True)
        return values[: len(self.sources)], values[len(self.sources) :]

    def differentiated(self, results):
        """Those of the results that there is a gradient of."""
        return [results[row] for row in self.measured_rows]

    def nodes(self, results, gradients):
        """A row for each result: norm of its gradient, and mean, deviation and share of zeros of 16 images."""
        norms = [tf.constant(math.nan)] * len(results)
        for row, gradient in zip(self.measured_rows, gradients, strict=True):
            norms[row] = norm(gradient)
        rows = zip(norms, results, strict=True)
        return tf.stack(
            [tf.stack([value, *statistics(result[:16])]) for value, result in rows]
        )

    def measured(self, nodes, gradient_norms, weight_norms, changes, batch_size):
        """All columns of nodes and weights."""
        nodes = nodes.numpy()[self.rows]
        sizes = [
            batch_size * math.prod(node["outputShape"]) for node in self.layers["nodes"]
        ]
        norms, means, deviations, zeros = nodes.T
        weight_norms, changes = weight_norms.numpy(), changes.numpy()
        ratios = np.full_like(changes, np.nan)
        np.divide(changes, weight_norms, out=ratios, where=weight_norms >= 1e-12)
        return {
            "activationGradientNorms": norms,
            "activationGradientRms": norms / np.sqrt(sizes),
            "activationMeans": means,
            "activationDeviations": deviations,
            "zeroShares": zeros,
            "weightGradientNorms": gradient_norms.numpy(),
            "weightNorms": weight_norms,
            "updateRatios": ratios,
        }


def norms(tensors):
    return tf.stack([norm(tensor) for tensor in tensors])


def norm(tensor):
    """Scaled by the largest value, so that no square vanishes or overflows."""
    largest = tf.reduce_max(tf.abs(tensor))
    scaled = tf.math.divide_no_nan(tensor, largest)
    return largest * tf.sqrt(tf.reduce_sum(tf.square(scaled)))


def statistics(values):
    zeros = tf.reduce_mean(tf.cast(tf.equal(values, 0), tf.float32))
    return [tf.reduce_mean(values), tf.math.reduce_std(values), zeros]
