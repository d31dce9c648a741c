import torch
from torch import nn


class ChannelScale(nn.Module):
    """A learned factor for each channel."""

    def __init__(self, channels, start=1.0):
        super().__init__()
        self.weight = nn.Parameter(torch.full((channels,), float(start)))

    def forward(self, x):
        return x * self.weight.view(-1, *[1] * (x.dim() - 2))
