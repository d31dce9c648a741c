import torch
import torch.nn.functional as F
from torch import nn


class PaddedAvgPool2d(nn.Module):
    """Mean of each window; padding (left, right, top, bottom) does not count."""

    def __init__(self, kernel_size, stride, padding):
        super().__init__()
        self.kernel_size = kernel_size
        self.stride = stride
        self.padding = padding

    def forward(self, x):
        inside = F.pad(torch.ones_like(x[:1, :1]), self.padding)
        sums = F.avg_pool2d(F.pad(x, self.padding), self.kernel_size, self.stride)
        return sums / F.avg_pool2d(inside, self.kernel_size, self.stride)
