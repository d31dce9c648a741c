import torch
from torch import nn


class Gate(nn.Module):
    """A value times the sigmoid of its logits, or times one minus that."""

    def __init__(self, rest=False):
        super().__init__()
        self.rest = rest

    def forward(self, value, logits):
        return value * torch.sigmoid(-logits if self.rest else logits)
