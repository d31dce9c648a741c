import math

import torch
import torch.nn.functional as F
from torch import nn


class TrainableSubsample(nn.Module):
    """The sum of each window times a coefficient, plus a bias, as in LeNet-5."""

    def __init__(self, channels, kernel_size):
        super().__init__()
        self.kernel_size = kernel_size
        self.weight = nn.Parameter(torch.full((channels,), 1 / math.prod(kernel_size)))
        self.bias = nn.Parameter(torch.zeros(channels))

    def forward(self, x):
        sums = F.avg_pool2d(x, self.kernel_size, divisor_override=1)
        return sums * self.weight.view(-1, 1, 1) + self.bias.view(-1, 1, 1)
