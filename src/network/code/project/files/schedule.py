"""The learning rate of each step, with Layerwise's formulas."""

import math


def learning_rate(training, step, steps_per_epoch, total_steps):
    """The schedule's rate at a step (from 0), times the warm-up's share."""
    schedule, warm_up = training["schedule"], training["warmUpSteps"]
    share = 1.0
    if schedule["type"] == "step":
        share = schedule["factor"] ** (
            step // steps_per_epoch // schedule["everyEpochs"]
        )
    elif schedule["type"] == "cosine":
        progress = min(1, max(0, (step - warm_up) / max(1, total_steps - warm_up)))
        height = (1 + math.cos(math.pi * progress)) / 2
        share = schedule["finalFraction"] + (1 - schedule["finalFraction"]) * height
    return (
        training["learningRate"]
        * share
        * ((step + 1) / warm_up if step < warm_up else 1)
    )
