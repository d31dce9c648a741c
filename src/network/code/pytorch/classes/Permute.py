from torch import nn


class Permute(nn.Module):
    """The axes of a batch of images in another order."""

    def __init__(self, *axes):
        super().__init__()
        self.axes = axes

    def forward(self, x):
        if x.requires_grad:
            # Batch norm in PyTorch 2.14 takes a gradient that lies otherwise wrongly.
            x.register_hook(lambda gradient: gradient.contiguous())
        return x.permute(self.axes)
