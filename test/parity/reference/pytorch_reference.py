"""Gradient norms of one training step in PyTorch, for a Layerwise project.

    python pytorch_reference.py PROJECT.layerwise BATCH > reference.json

Reads the project, fills weights and batch by the formula of `hashed`, runs forward and backward in
float32 on the CPU and prints the loss, the norm of the loss's gradient at every layer's output and at
every weight, each weight's norm, and the update ratio of plain gradient descent at learning rate 0.05.
test/parity/pytorch.test.ts fills the engine in the same way and compares. Needs torch and numpy only.
"""

import json
import sys

import numpy as np
import torch
from torch.nn import functional as F


def hashed(count: int, stream: int) -> np.ndarray:
    """Values in [-1, 1) from Knuth's multiplicative hash, the same in every language (exact in float32)."""
    index = np.arange(count, dtype=np.uint64) + np.uint64(stream) * np.uint64(7919)
    bits = (index * np.uint64(2654435761)) & np.uint64(0xFFFFFFFF)
    return ((bits >> np.uint64(9)).astype(np.float64) / 2**22 - 1).astype(np.float32)


class Weights:
    """Draws weights in document order, channels last as in the project, and hands them to PyTorch."""

    def __init__(self) -> None:
        self.tensors: dict[tuple[str, str], torch.Tensor] = {}

    def draw(self, node: str, name: str, shape: list[int], scale: float, offset: float = 0.0) -> torch.Tensor:
        values = offset + scale * hashed(int(np.prod(shape)), len(self.tensors) + 1).reshape(shape)
        tensor = torch.from_numpy(values.astype(np.float32)).requires_grad_()
        self.tensors[node, name] = tensor
        return tensor


def same_padding(size: int, window: int, stride: int) -> tuple[int, int]:
    total = max((-(-size // stride) - 1) * stride + window - size, 0)
    return total // 2, total - total // 2


def pad(x: torch.Tensor, config: dict, window: list[int], value: float) -> torch.Tensor:
    if config["padding"] == "valid":
        return x
    if config["padding"] == "explicit":
        top, bottom, left, right = config["explicitPadding"]
    else:
        top, bottom = same_padding(x.shape[2], window[0], config["strides"][0])
        left, right = same_padding(x.shape[3], window[1], config["strides"][1])
    return F.pad(x, (left, right, top, bottom), value=value)


def kernel_scale(fan_in: int) -> float:
    return float(np.sqrt(6.0 / fan_in))


def run(node: dict, inputs: list[torch.Tensor], weights: Weights) -> torch.Tensor:
    config, kind, name = node["config"], node["kind"], node["id"]
    x = inputs[0]
    if kind == "conv2d":
        (height, width), groups, filters = config["kernelSize"], config["groups"], config["filters"]
        shape = [height, width, x.shape[1] // groups, filters]
        kernel = weights.draw(name, "kernel", shape, kernel_scale(int(np.prod(shape[:3]))))
        bias = weights.draw(name, "bias", [filters], 0.1) if config["useBias"] else None
        reach = [d * (k - 1) + 1 for d, k in zip(config["dilations"], config["kernelSize"])]
        return F.conv2d(
            pad(x, config, reach, 0.0),
            kernel.permute(3, 2, 0, 1),
            bias,
            stride=tuple(config["strides"]),
            dilation=tuple(config["dilations"]),
            groups=groups,
        )
    if kind == "dense":
        kernel = weights.draw(name, "kernel", [x.shape[1], config["units"]], kernel_scale(x.shape[1]))
        bias = weights.draw(name, "bias", [config["units"]], 0.1) if config["useBias"] else None
        return x @ kernel if bias is None else x @ kernel + bias
    if kind == "batchNorm":
        gamma = weights.draw(name, "gamma", [x.shape[1]], 0.2, 1.0)
        beta = weights.draw(name, "beta", [x.shape[1]], 0.1)
        return F.batch_norm(x, None, None, gamma, beta, training=True, eps=config["epsilon"])
    if kind == "maxPool2d":
        return F.max_pool2d(pad(x, config, config["poolSize"], float("-inf")), config["poolSize"], config["strides"])
    if kind == "averagePool2d":
        ones = torch.ones_like(x[:1, :1])
        total = F.avg_pool2d(pad(x, config, config["poolSize"], 0.0), config["poolSize"], config["strides"])
        share = F.avg_pool2d(pad(ones, config, config["poolSize"], 0.0), config["poolSize"], config["strides"])
        return total / share
    if kind == "globalAveragePool2d":
        return x.mean(dim=(2, 3))
    if kind == "flatten":
        return x.permute(0, 2, 3, 1).flatten(1) if x.dim() == 4 else x
    if kind == "zeroPad2d":
        top, bottom, left, right = config["padding"]
        return F.pad(x, (left, right, top, bottom))
    if kind == "shortcutPad":
        down, across = config["strides"]
        return F.pad(x[:, :, ::down, ::across], (0, 0, 0, 0, 0, config["channels"] - x.shape[1]))
    if kind == "relu":
        return F.relu(x)
    if kind == "leakyRelu":
        return F.leaky_relu(x, config["slope"])
    if kind == "sigmoid":
        return torch.sigmoid(x)
    if kind == "tanh":
        return torch.tanh(x)
    if kind == "softmax":
        return torch.softmax(x, dim=1)
    if kind == "add":
        return sum(inputs[1:], inputs[0])
    if kind == "concat":
        return torch.cat(inputs, dim=1)
    if kind == "output":
        return x * 1
    raise SystemExit(f"{kind} has no deterministic PyTorch form here")


def in_forward_order(project: dict) -> list[dict]:
    """Nodes, inputs first: each time the first node of the document whose sources are all placed."""
    waiting, placed = list(project["nodes"]), []
    while waiting:
        done = {node["id"] for node in placed}
        ready = next(
            node for node in waiting
            if all(edge["from"] in done for edge in project["edges"] if edge["to"] == node["id"])
        )
        waiting.remove(ready)
        placed.append(ready)
    return placed


def main() -> None:
    path, batch = sys.argv[1], int(sys.argv[2])
    with open(path, encoding="utf-8") as file:
        project = json.load(file)
    weights, outputs = Weights(), {}
    torch.manual_seed(0)
    for node in in_forward_order(project):
        if node["kind"] == "input":
            config = node["config"]
            shape = [batch, config["height"], config["width"], config["channels"]]
            images = hashed(int(np.prod(shape)), 1_000).reshape(shape)
            output = torch.from_numpy(images).permute(0, 3, 1, 2)
        else:
            edges = sorted((e for e in project["edges"] if e["to"] == node["id"]), key=lambda e: e["input"])
            output = run(node, [outputs[edge["from"]] for edge in edges], weights)
            output.retain_grad()
        outputs[node["id"]] = output
    final = next(node for node in project["nodes"] if node["kind"] == "output")
    if final["config"]["loss"] != "softmaxCrossEntropy":
        raise SystemExit("the reference covers softmax cross-entropy")
    logits = outputs[final["id"]]
    labels = torch.arange(batch) * 7 % logits.shape[1]
    loss = F.cross_entropy(logits, labels)
    loss.backward()

    def norm(tensor: torch.Tensor) -> float:
        return float(torch.linalg.vector_norm(tensor.detach().double()))

    json.dump(
        {
            "project": project["name"],
            "batch": batch,
            "loss": loss.item(),
            "activationGradientNorms": {
                name: norm(output.grad) for name, output in outputs.items() if output.grad is not None
            },
            "weights": [
                {
                    "node": node,
                    "name": name,
                    "gradientNorm": norm(tensor.grad),
                    "weightNorm": norm(tensor),
                    "updateRatio": 0.05 * norm(tensor.grad) / norm(tensor),
                }
                for (node, name), tensor in weights.tensors.items()
            ],
        },
        sys.stdout,
        indent=1,
    )
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
