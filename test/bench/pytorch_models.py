"""The networks of the benchmark as PyTorch modules that end in logits."""

from torch import Tensor, nn
from torch.nn import functional as F


def lenet_5(channels: int, classes: int) -> nn.Module:
    return nn.Sequential(
        nn.Conv2d(channels, 6, 5, padding=2),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(6, 16, 5),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(400, 120),
        nn.ReLU(),
        nn.Linear(120, 84),
        nn.ReLU(),
        nn.Linear(84, classes),
    )


def convolution(channels: int, filters: int, stride: int = 1) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(channels, filters, 3, stride, 1, bias=False), nn.BatchNorm2d(filters))


class Pair(nn.Module):
    """Two convolutions, with a shortcut past them or without."""

    def __init__(self, channels: int, filters: int, residual: bool) -> None:
        super().__init__()
        self.residual = residual
        self.missing = filters - channels
        self.first = convolution(channels, filters, 2 if self.missing else 1)
        self.second = convolution(filters, filters)

    def forward(self, x: Tensor) -> Tensor:
        y = self.second(F.relu(self.first(x)))
        return F.relu(y + self.shortcut(x) if self.residual else y)

    def shortcut(self, x: Tensor) -> Tensor:
        """Every second pixel and zeros in the channels that are missing: option A of He et al. 2016."""
        return F.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, 0, self.missing)) if self.missing else x


def cifar_20(channels: int, classes: int, residual: bool) -> nn.Module:
    """Three stages of three pairs of 3x3 convolutions."""
    layers = [convolution(channels, 16), nn.ReLU()]
    before = 16
    for filters in (16, 32, 64):
        for _ in range(3):
            layers.append(Pair(before, filters, residual))
            before = filters
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, classes))


def vgg_16(channels: int, classes: int) -> nn.Module:
    """A quarter of the paper's channels and units."""
    layers = []
    for filters, count in ((16, 2), (32, 2), (64, 3), (128, 3), (128, 3)):
        for _ in range(count):
            layers += [nn.Conv2d(channels, filters, 3, padding=1), nn.ReLU()]
            channels = filters
        layers.append(nn.MaxPool2d(2))
    layers.append(nn.Flatten())
    for units in (128, 1024):
        layers += [nn.Linear(units, 1024), nn.ReLU(), nn.Dropout(0.5)]
    return nn.Sequential(*layers, nn.Linear(1024, classes))


def sigmoid_mlp(_channels: int, classes: int) -> nn.Module:
    layers = [nn.Flatten()]
    for units in (784, 256, 256, 256, 256):
        layers += [nn.Linear(units, 256), nn.Sigmoid()]
    return nn.Sequential(*layers, nn.Linear(256, classes))


models = {
    "lenet-5": lenet_5,
    "resnet-20": lambda channels, classes: cifar_20(channels, classes, residual=True),
    "plain-20": lambda channels, classes: cifar_20(channels, classes, residual=False),
    "vgg-16": vgg_16,
    "sigmoid-mlp": sigmoid_mlp,
}
