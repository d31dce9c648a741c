"""Saves a model of PyTorch's in each of its forms, runs the recipes that write them as ONNX, and saves what it answers.

Takes a folder with the recipes, `NAME.py`. Of `my_model` one of them takes the class.
"""

import os
import sys
import types
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn

root = Path(sys.argv[1])
torch.manual_seed(1)


class MyModel(nn.Sequential):
    def __init__(self):
        super().__init__(
            nn.Conv2d(3, 4, 7, stride=4, padding=3),
            nn.BatchNorm2d(4),
            nn.ReLU(),
            nn.AdaptiveAvgPool2d(1),
            nn.Flatten(),
            nn.Linear(4, 3),
        )


my_model = types.ModuleType("my_model")
my_model.MyModel = MyModel
sys.modules["my_model"] = my_model

model = MyModel().eval()
model[1].running_mean.normal_()
images = torch.rand(1, 3, 224, 224)
torch.save(nn.Sequential(*model), root / "whole.pt")
torch.save({"state_dict": model.state_dict()}, root / "weights.pth")
torch.jit.script(nn.Sequential(*model)).save(root / "script.pt")
torch.export.save(torch.export.export(model, (images,)), root / "program.pt2")
for recipe in sorted(root.glob("*.py")):
    exec(compile(recipe.read_text(), recipe, "exec"), {})
answers = {"images": images.permute(0, 2, 3, 1).contiguous(), "logits": model(images).detach()}
save_file(answers, root / "answers.safetensors")
