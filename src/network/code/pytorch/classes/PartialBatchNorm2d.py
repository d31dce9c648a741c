from torch import nn


class PartialBatchNorm2d(nn.BatchNorm2d):
    """Batch norm without a learned scale, or without a learned shift."""

    def __init__(self, channels, *, scale, shift, **options):
        super().__init__(channels, **options)
        if not scale:
            self.register_parameter("weight", None)
        if not shift:
            self.register_parameter("bias", None)
