"""PyTorch on the CPU, as it comes: eager, with oneDNN.

    python pytorch_contender.py RACE LAYOUT

RACE is described in contender.py; LAYOUT is how images lie in memory, contiguous or channels_last.
"""

import sys

import torch
from contender import Size, multiply_adds, read_batches, read_race, serve
from pytorch_models import models
from torch.nn import functional as F

race = read_race()
layout = {"contiguous": torch.contiguous_format, "channels_last": torch.channels_last}[sys.argv[2]]
torch.set_num_threads(race.threads)
model = models[race.network](race.shape[2], race.classes).to(memory_format=layout).train()
optimizer = torch.optim.SGD(model.parameters(), 0.01, momentum=0.9)
batches = [
    (torch.from_numpy(images).permute(0, 3, 1, 2).contiguous(memory_format=layout), torch.from_numpy(labels).long())
    for images, labels in read_batches(race)
]


def used_kernels(image: torch.Tensor) -> int:
    """Multiply-adds for one image, by the outputs of the layers that have a kernel."""
    kernels = []
    hooks = [
        layer.register_forward_hook(lambda layer, _inputs, output: kernels.append((layer.weight.numel(), output.shape[2:])))
        for layer in model.modules()
        if isinstance(layer, (torch.nn.Conv2d, torch.nn.Linear))
    ]
    model.eval()(image)
    model.train()
    for hook in hooks:
        hook.remove()
    return multiply_adds(kernels)


def step(images: torch.Tensor, labels: torch.Tensor) -> float:
    optimizer.zero_grad()
    loss = F.cross_entropy(model(images), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


size = Size(
    parameters=sum(weight.numel() for weight in model.parameters() if weight.requires_grad),
    multiplyAdds=used_kernels(batches[0][0][:1]),
)
serve(race, torch.__version__, size, batches, step)
