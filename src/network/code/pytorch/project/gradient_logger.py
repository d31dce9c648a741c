"""Measures the gradient at every layer, over the joined batch of all processes."""

import math

import torch
import torch.distributed as dist

from model import LAYERWISE_WEIGHTS


class GradientLogger:
    """Watches the modules of a network; costs nothing at steps that are not sampled."""

    def __init__(self, model, layers, device):
        self.model, self.layers, self.device = model, layers, device
        self.parameters = dict(model.named_parameters())
        self.active = False
        # Not where frozen layers come first.
        self.differentiates_images = all(
            node["differentiated"] for node in layers["nodes"] if node["source"]
        )
        self.squares, self.statistics, self.before = {}, {}, {}
        # The images have no module of their own.
        model.register_forward_pre_hook(lambda _model, given: self._look(None, given[0]))
        for name in {node["source"] for node in layers["nodes"]} - {None}:
            model.get_submodule(name).register_forward_hook(self._watch(name))

    def begin(self, sampled):
        """Call before the forward pass of each step."""
        self.active = sampled
        self.squares, self.statistics = {}, {}
        if sampled:
            self.before = {
                name: value.detach().clone() for name, value in self.parameters.items()
            }

    def gradients(self):
        """Call between the backward pass and the update, before gradients are clipped."""
        weights = (
            self.parameters[self._parameter(weight)]
            for weight in self.layers["weights"]
        )
        return [0.0 if w.grad is None else norm(w.grad).item() for w in weights]

    def measured(self, gradient_norms, batch_size):
        """Call after the update: all columns of nodes and weights."""
        self.active = False
        norms = self._joined_norms()
        columns = {
            "activationGradientNorms": [],
            "activationGradientRms": [],
            "activationMeans": [],
            "activationDeviations": [],
            "zeroShares": [],
        }
        for node in self.layers["nodes"]:
            length = norms.get(node["source"], math.nan)
            size = batch_size * math.prod(node["outputShape"])
            mean, deviation, zeros = self.statistics.get(node["source"], [math.nan] * 3)
            columns["activationGradientNorms"].append(length)
            columns["activationGradientRms"].append(length / math.sqrt(size))
            columns["activationMeans"].append(mean)
            columns["activationDeviations"].append(deviation)
            columns["zeroShares"].append(zeros)
        weight_norms, ratios = [], []
        for weight in self.layers["weights"]:
            name = self._parameter(weight)
            before = self.before[name]
            length = norm(before).item()
            change = norm(self.parameters[name].detach() - before).item()
            weight_norms.append(length)
            ratios.append(change / length if length >= 1e-12 else math.nan)
        self.before = {}
        return {
            **columns,
            "weightGradientNorms": gradient_norms,
            "weightNorms": weight_norms,
            "updateRatios": ratios,
        }

    @staticmethod
    def _parameter(weight):
        return LAYERWISE_WEIGHTS[f"{weight['node']}/{weight['name']}"][0]

    def _watch(self, name):
        def hook(_module, _inputs, output):
            self._look(name, output)
            if self.active and output.requires_grad:
                output.register_hook(lambda gradient: self._keep(name, gradient))

        return hook

    def _look(self, name, output):
        """The statistics are of the first 16 images of this process."""
        if not self.active:
            return
        values = output.detach()[:16].float()
        self.statistics[name] = [
            values.mean().item(),
            values.std(unbiased=False).item(),
            (values == 0).float().mean().item(),
        ]

    def _keep(self, name, gradient):
        self.squares[name] = norm(gradient).square()

    def _joined_norms(self):
        """Each process's loss counts for its share of the batch and is averaged over all."""
        names = sorted(self.squares)
        if not names:
            return {}
        squares = torch.stack([self.squares[name] for name in names])
        world = 1
        if dist.is_initialized():
            dist.all_reduce(squares)
            world = dist.get_world_size()
        return {
            name: math.sqrt(square) / world
            for name, square in zip(names, squares.tolist())
        }


def norm(tensor):
    """In double precision, in which no square vanishes or overflows."""
    return torch.linalg.vector_norm(tensor, dtype=torch.float64)
