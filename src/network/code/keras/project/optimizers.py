"""The project's update rule, with Layerwise's formulas."""

import keras


class Momentum(keras.optimizers.Optimizer):
    """Momentum whose velocity holds gradients: a new learning rate acts on all of it.

    That of Keras's SGD holds steps, each of the rate of its time.
    """

    def __init__(self, learning_rate, momentum, nesterov=False, **kwargs):
        super().__init__(learning_rate=learning_rate, **kwargs)
        self.momentum, self.nesterov = momentum, nesterov

    def build(self, variables):
        if self.built:
            return
        super().build(variables)
        self.velocities = [
            self.add_variable_from_reference(variable, name="velocity")
            for variable in variables
        ]

    def update_step(self, gradient, variable, learning_rate):
        velocity = self.velocities[self._get_variable_index(variable)]
        moved = self.momentum * velocity + gradient
        self.assign(velocity, moved)
        step = gradient + self.momentum * moved if self.nesterov else moved
        self.assign_sub(variable, learning_rate * step)

    def get_config(self):
        own = {"momentum": self.momentum, "nesterov": self.nesterov}
        return {**super().get_config(), **own}


def make_optimizer(training):
    """Without weight decay, which training_step adds."""
    rule, rate = training["optimizer"], training["learningRate"]
    kind = rule["type"]
    if kind == "sgd":
        return keras.optimizers.SGD(rate)
    if kind in ("momentum", "nesterov"):
        return Momentum(rate, rule["momentum"], nesterov=kind == "nesterov")
    if kind == "rmsprop":
        return keras.optimizers.RMSprop(
            rate,
            rho=rule["decay"],
            momentum=rule["momentum"],
            epsilon=rule["epsilon"],
        )
    return keras.optimizers.Adam(
        rate, beta_1=rule["beta1"], beta_2=rule["beta2"], epsilon=rule["epsilon"]
    )
