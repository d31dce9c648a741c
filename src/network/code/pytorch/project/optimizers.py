"""The project's update rule, with Layerwise's formulas."""

import math

import torch


class RMSprop(torch.optim.Optimizer):
    """TensorFlow's RMSprop: epsilon inside the root, and momentum that holds steps."""

    def __init__(self, groups, lr, decay, momentum, eps):
        super().__init__(
            groups, dict(lr=lr, decay=decay, momentum=momentum, eps=eps, weight_decay=0)
        )

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for weight in group["params"]:
                if weight.grad is None:
                    continue
                gradient = weight.grad + group["weight_decay"] * weight
                state = self.state[weight]
                if not state:
                    state["square"] = torch.zeros_like(weight)
                    state["step"] = torch.zeros_like(weight)
                square = state["square"].mul_(group["decay"])
                square.addcmul_(gradient, gradient, value=1 - group["decay"])
                moved = group["lr"] * gradient / (square + group["eps"]).sqrt()
                weight -= state["step"].mul_(group["momentum"]).add_(moved)


def make_optimizer(training, parameters):
    """`parameters`: lists by whether weight decay pulls on them, and the factor of their learning rate."""
    rule, rate = training["optimizer"], training["learningRate"]
    groups = [
        {
            "params": values,
            "weight_decay": training["weightDecay"] if decays else 0.0,
            "factor": factor,
        }
        for (decays, factor), values in parameters.items()
    ]
    kind = rule["type"]
    if kind == "sgd":
        return torch.optim.SGD(groups, lr=rate)
    if kind in ("momentum", "nesterov"):
        return torch.optim.SGD(
            groups, lr=rate, momentum=rule["momentum"], nesterov=kind == "nesterov"
        )
    if kind == "rmsprop":
        return RMSprop(groups, rate, rule["decay"], rule["momentum"], rule["epsilon"])
    make = torch.optim.AdamW if kind == "adamw" else torch.optim.Adam
    return make(
        groups, lr=rate, betas=(rule["beta1"], rule["beta2"]), eps=rule["epsilon"]
    )


def prepare_step(optimizer, training, step, rate):
    """Sets the learning rate of a step (from 0), and Adam's epsilon, which TensorFlow adds before its correction."""
    rule = training["optimizer"]
    for group in optimizer.param_groups:
        group["lr"] = rate * group["factor"]
        if rule["type"] in ("adam", "adamw"):
            group["eps"] = rule["epsilon"] / math.sqrt(1 - rule["beta2"] ** (step + 1))
