"""Runs exported PyTorch scripts on the weights and batches that the tests wrote.

Takes one folder, of which each folder holds `model.py`, `weights.safetensors` and
`batch.safetensors` (images channels last, labels). Writes `results.json` beside them.
"""

import importlib.util
import json
import sys
import traceback
from pathlib import Path

import torch
from readme_code import run_readme
from safetensors.torch import load_file

torch.set_num_threads(2)


def load(path):
    spec = importlib.util.spec_from_file_location("model", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gradient_norms(model, table):
    parameters = dict(model.named_parameters())
    return {
        name: parameters[parameter].grad.norm().item()
        for name, (parameter, _, _) in table.items()
        if parameter in parameters and parameters[parameter].grad is not None
    }


def rounding(script, folder, images, labels, norms):
    """By how much rounding alone moves the norms: those in double precision say."""
    model = script.build_model()
    script.load_layerwise_weights(model, folder / "weights.safetensors")
    model.double().train()
    script.loss_of(model(images.double()), labels).backward()
    precise = gradient_norms(model, script.LAYERWISE_WEIGHTS)
    return {name: abs(norms[name] - precise[name]) for name in norms}


def check(folder):
    script = load(folder / "model.py")
    torch.manual_seed(0)
    model = script.build_model()
    first = {name: value.clone() for name, value in model.state_dict().items()}
    script.load_layerwise_weights(model, folder / "weights.safetensors")
    batch = load_file(folder / "batch.safetensors")
    images = batch["images"].permute(0, 3, 1, 2).contiguous()
    labels = batch["labels"].long()

    model.eval()
    with torch.no_grad():
        logits = model(images)

    model.train()
    loss = script.loss_of(model(images), labels)
    loss.backward()
    table = script.LAYERWISE_WEIGHTS
    norms = gradient_norms(model, table)
    counts = {}
    for name, parameter in model.named_parameters():
        layer = name.split(".")[0]
        if parameter.requires_grad:
            counts[layer] = counts.get(layer, 0) + parameter.numel()
    return {
        "logits": logits.flatten().tolist(),
        "loss": loss.item(),
        "parameters": counts,
        "gradientNorms": norms,
        "gradientRounding": rounding(script, folder, images, labels, norms),
        "layers": {
            name: parameter.split(".")[0] for name, (parameter, _, _) in table.items()
        },
        "starts": {
            name: [
                first[parameter].mean().item(),
                first[parameter].std(unbiased=False).item(),
            ]
            for name, (parameter, _, _) in table.items()
        },
    }


def attempt(folder):
    try:
        if (folder / "README.md").exists():
            run_readme(folder)
        return check(folder)
    except Exception:
        return {"error": traceback.format_exc()}


root = Path(sys.argv[1])
results = {
    folder.name: attempt(folder) for folder in sorted(root.iterdir()) if folder.is_dir()
}
(root / "results.json").write_text(json.dumps(results))
