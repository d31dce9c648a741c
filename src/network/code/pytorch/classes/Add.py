from torch import nn


class Add(nn.Module):
    """Sum of its inputs."""

    def forward(self, first, *others):
        return sum(others, first)
