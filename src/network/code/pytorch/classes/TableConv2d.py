import torch
import torch.nn.functional as F
from torch import nn


class TableConv2d(nn.Module):
    """Each of 16 filters sees some of 6 maps (LeCun et al. 1998, Table I)."""

    MAPS_SEEN = (
        (0, 1, 2),
        (1, 2, 3),
        (2, 3, 4),
        (3, 4, 5),
        (0, 4, 5),
        (0, 1, 5),
        (0, 1, 2, 3),
        (1, 2, 3, 4),
        (2, 3, 4, 5),
        (0, 3, 4, 5),
        (0, 1, 4, 5),
        (0, 1, 2, 5),
        (0, 1, 3, 4),
        (1, 2, 4, 5),
        (0, 2, 3, 5),
        (0, 1, 2, 3, 4, 5),
    )

    def __init__(self, kernel_size, **options):
        super().__init__()
        self.maps = [map for maps in self.MAPS_SEEN for map in maps]
        self.filters = [i for i, maps in enumerate(self.MAPS_SEEN) for _ in maps]
        self.options = options
        self.weight = nn.Parameter(torch.zeros(len(self.maps), *kernel_size))
        self.bias = nn.Parameter(torch.zeros(len(self.MAPS_SEEN)))

    def forward(self, x):
        kernel = self.weight.new_zeros(len(self.MAPS_SEEN), 6, *self.weight.shape[1:])
        kernel[self.filters, self.maps] = self.weight
        return F.conv2d(x, kernel, self.bias, **self.options)
