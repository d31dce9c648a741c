"""One step of training: the gradient, what is measured of it, and the update."""

import keras
import tensorflow as tf

from gradient_logger import norms
from model import LOSS_WEIGHTS, LOSSES
from optimizers import make_optimizer


def loss_of(outputs, labels):
    """What training lowers: the sum over all heads, the mean over the batch."""
    terms = zip(LOSSES, LOSS_WEIGHTS, outputs, strict=True)
    return sum(weight * loss(labels, output) for loss, weight, output in terms)


def right_of(scores, labels, metric):
    """How many of the batch are right, by the main output."""
    count = 5 if metric == "top5Accuracy" else 1
    best = tf.cast(tf.math.top_k(scores, count).indices, labels.dtype)
    right = tf.reduce_any(best == labels[:, None], axis=1)
    return tf.reduce_sum(tf.cast(right, tf.float32))


class TrainingStep:
    """Compiled once with measuring and once without, for batches of any size."""

    def __init__(self, model, training, layers, variables, logger):
        """`variables`: those of the model by their names in Layerwise."""
        self.model, self.logger = model, logger
        self.training, self.metric = training, layers["metric"]
        self.variables = model.trainable_variables
        decays = {id(variables[name]) for name in layers["decays"]}
        self.decays = [id(variable) in decays for variable in self.variables]
        factors = {id(variables[name]): f for name, f in layers["factors"].items()}
        of_variables = [factors.get(id(variable), 1) for variable in self.variables]
        # An optimizer for each factor of the learning rate, and the places of what it moves.
        self.optimizers = []
        for factor in dict.fromkeys(of_variables):
            places = [i for i, own in enumerate(of_variables) if own == factor]
            optimizer = make_optimizer(training)
            optimizer.build([self.variables[place] for place in places])
            self.optimizers.append((factor, optimizer, places))
        signature = [
            tf.TensorSpec([None, *model.input_shape[1:]], tf.float32),
            tf.TensorSpec([None], tf.int64),
        ]
        self.plain = tf.function(self._plain, input_signature=signature)
        self.sampled = tf.function(self._sampled, input_signature=signature)
        self.validated = tf.function(self._validated, input_signature=signature)

    @property
    def state(self):
        """All that the optimizers keep."""
        return [v for _, optimizer, _ in self.optimizers for v in optimizer.variables]

    def set_learning_rate(self, rate):
        for factor, optimizer, _ in self.optimizers:
            optimizer.learning_rate = rate * factor

    def _plain(self, images, labels):
        """Loss, and how many are right."""
        with tf.GradientTape() as tape:
            outputs = keras.tree.flatten(self.model(images, training=True))
            loss = loss_of(outputs, labels)
        self._update(tape.gradient(loss, [v.value for v in self.variables]))
        return tf.stack([loss, right_of(outputs[0], labels, self.metric)])

    def _sampled(self, images, labels):
        """The same, and what GradientLogger.measured takes."""
        logger = self.logger
        with tf.GradientTape() as tape:
            # There is a gradient of what stands before all weights too.
            tape.watch(images)
            results, outputs = logger.run(images)
            loss = loss_of(outputs, labels)
        weights = [variable.value for variable in self.variables]
        of_weights, of_logged, of_results = tape.gradient(
            loss, [weights, logger.weights, logger.differentiated(results)]
        )
        before = [tf.identity(weight) for weight in logger.weights]
        weight_norms = norms(before)
        self._update(of_weights)
        changes = norms([w - b for w, b in zip(logger.weights, before, strict=True)])
        return (
            tf.stack([loss, right_of(outputs[0], labels, self.metric)]),
            logger.nodes(results, of_results),
            norms(of_logged),
            weight_norms,
            changes,
        )

    def _validated(self, images, labels):
        """The main output's loss and right answers, with moving statistics and no dropout."""
        outputs = keras.tree.flatten(self.model(images, training=False))
        loss = LOSS_WEIGHTS[0] * LOSSES[0](labels, outputs[0])
        return tf.stack([loss, right_of(outputs[0], labels, self.metric)])

    def _update(self, gradients):
        """Clips by the norm over all gradients; then weight decay pulls on kernels alone."""
        training = self.training
        if training["clipNorm"] > 0:
            gradients, _ = tf.clip_by_global_norm(gradients, training["clipNorm"])
        for _, optimizer, places in self.optimizers:
            chosen = [self._decayed(gradients[i], i, optimizer) for i in places]
            optimizer.apply(chosen, [self.variables[place] for place in places])

    def _decayed(self, gradient, place, optimizer):
        """AdamW shortens the weight itself, all others add to the gradient."""
        share, variable = self.training["weightDecay"], self.variables[place]
        if share == 0 or not self.decays[place]:
            return gradient
        if self.training["optimizer"]["type"] != "adamw":
            return gradient + share * variable.value
        variable.assign_sub(optimizer.learning_rate * share * variable)
        return gradient
