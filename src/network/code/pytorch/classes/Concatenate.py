import torch
from torch import nn


class Concatenate(nn.Module):
    """The channels of its inputs side by side."""

    def forward(self, *inputs):
        return torch.cat(inputs, dim=1)
