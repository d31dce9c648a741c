from torch import nn


class PartialBatchNorm1d(nn.BatchNorm1d):
    """Batch norm without a learned scale, or without a learned shift."""

    def __init__(self, features, *, scale, shift, **options):
        super().__init__(features, **options)
        if not scale:
            self.register_parameter("weight", None)
        if not shift:
            self.register_parameter("bias", None)
