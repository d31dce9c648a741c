"""Trains the network as its project says: in one process, or in many under torchrun.

    python train.py --data DATA --out runs/first
    torchrun --nproc-per-node 4 train.py --data DATA --out runs/first

Every process takes its share of each batch, so that many train as one does.
"""

import json
import math
import os
import platform
from pathlib import Path

import numpy as np
import torch
import torch.distributed as dist
from torch.nn.parallel import DistributedDataParallel

from data import Data
from gradient_logger import GradientLogger
from model import LAYERWISE_WEIGHTS, build_model, load_layerwise_weights, loss_of
from optimizers import make_optimizer, prepare_step
from options import HERE, make_parser
from progress import Progress
from run_folder import RunFolder
from schedule import learning_rate
from trackers import Trackers


def parse_options():
    parser = make_parser(__doc__)
    parser.add_argument(
        "--sync-batch-norm",
        action="store_true",
        help="batch norm's statistics over all processes (GPUs only); else each has its own",
    )
    return parser.parse_args()


def join_processes():
    """This process's number, how many there are, and its device."""
    local = int(os.environ.get("LOCAL_RANK", 0))
    gpu = torch.cuda.is_available()
    device = torch.device("cuda", local) if gpu else torch.device("cpu")
    if gpu:
        torch.cuda.set_device(device)
    if "RANK" in os.environ:
        dist.init_process_group("nccl" if gpu else "gloo")
        return dist.get_rank(), dist.get_world_size(), device
    return 0, 1, device


def machine_of(device, world):
    """What run.json says of where the network is trained."""
    gpu = device.type == "cuda"
    name = (
        torch.cuda.get_device_name(device) if gpu else platform.processor() or "CPU"
    )
    return {
        "backend": "pytorch",
        "device": "gpu" if gpu else "cpu",
        "description": f"{name}, {world} process{'es' if world > 1 else ''}",
        "libraryVersion": torch.__version__,
        "threads": torch.get_num_threads(),
    }


def open_tensorboard(folder):
    from torch.utils.tensorboard import SummaryWriter

    writer = SummaryWriter(folder)
    return writer.add_scalar, writer.close


def tensors(images, labels, device):
    """A batch as PyTorch has it: channels first."""
    images = np.ascontiguousarray(images.transpose(0, 3, 1, 2))
    return torch.from_numpy(images).to(device), torch.from_numpy(labels).to(device)


def accuracy_of(outputs, labels, metric):
    """How many of the batch are right, by the main output."""
    scores = outputs if torch.is_tensor(outputs) else outputs[0]
    best = scores.topk(5 if metric == "top5Accuracy" else 1).indices
    return (best == labels[:, None]).any(dim=1).sum()


@torch.no_grad()
def validate(model, data, device, metric):
    """Mean loss and metric over the validation images."""
    model.eval()
    loss = right = count = 0
    for images, labels in data.validation():
        images, labels = tensors(images, labels, device)
        outputs = model(images)
        loss += loss_of(outputs, labels).item() * len(labels)
        right += accuracy_of(outputs, labels, metric).item()
        count += len(labels)
    model.train()
    return loss / count, right / count


def parameter_groups(model):
    """Parameters by whether weight decay pulls on them, and by the factor of their learning rate."""
    names = {parameter: name for name, (parameter, _, _) in LAYERWISE_WEIGHTS.items()}
    groups = {}
    for parameter, value in model.named_parameters():
        if value.requires_grad:
            name = names[parameter]
            kind = name in LAYERS["decays"], LAYERS["factors"].get(name, 1)
            groups.setdefault(kind, []).append(value)
    return groups


@torch.no_grad()
def layerwise_weights(model):
    """All weights under their names and in their shapes in Layerwise."""
    state, shapes = model.state_dict(), LAYERS["shapes"]
    weights = {}
    for name, (parameter, shape, axes) in LAYERWISE_WEIGHTS.items():
        moved = state[parameter].reshape([shape[axis] for axis in axes])
        back = [axes.index(axis) for axis in range(len(axes))]
        value = moved.permute(back).reshape(shapes[name]).contiguous()
        weights[name] = value.cpu().numpy()
    return weights


def main():
    options = parse_options()
    project = json.loads((HERE / "project.layerwise").read_text(encoding="utf8"))
    training = project["training"]
    metric = LAYERS["metric"]
    rank, world, device = join_processes()
    torch.manual_seed(training["seed"] + rank)
    data = Data(training, options.data)

    model = build_model()
    if Path(options.weights).exists():
        load_layerwise_weights(model, options.weights)
    if options.sync_batch_norm:
        if device.type != "cuda":
            raise SystemExit(
                "--sync-batch-norm needs GPUs: on CPUs each process keeps its own statistics."
            )
        model = torch.nn.SyncBatchNorm.convert_sync_batchnorm(model)
    model.to(device).train()
    parallel = model
    if world > 1:
        ids = [device.index] if device.type == "cuda" else None
        parallel = DistributedDataParallel(model, device_ids=ids)

    optimizer = make_optimizer(training, parameter_groups(model))
    logger = GradientLogger(model, LAYERS, device)
    epochs = options.epochs or training["epochs"]
    total = epochs * data.steps_per_epoch
    last = min(total, options.steps or total)

    run = RunFolder(options.out, LAYERS, options.resume, "torch.pt") if rank == 0 else None
    step = 0
    if options.resume:
        state = torch.load(
            Path(options.out) / "checkpoints/torch.pt",
            map_location=device,
            weights_only=True,
        )
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        step = state["step"]
        if run:
            run.best = state["best"]
            run.resume(step, epochs)
    elif run:
        sizes = {
            "stepsPerEpoch": data.steps_per_epoch,
            "trainingImages": len(data.numbers),
            "validationImages": len(data.test_pixels),
        }
        run.start(project, sizes, machine_of(device, world))
    progress = trackers = None
    if run:
        trackers = Trackers(options, project["name"], open_tensorboard)
        progress = Progress(run, trackers, data.steps_per_epoch, last)

    def write_state(path):
        state = {
            "model": model.state_dict(),
            "optimizer": optimizer.state_dict(),
            "step": step,
            "best": run.best,
        }
        torch.save(state, path)

    def save(validation_loss=None):
        epochs_done, weights = step // data.steps_per_epoch, layerwise_weights(model)
        run.checkpoint(step, epochs_done, weights, write_state, validation_loss)

    reason, message = "finished", None
    while step < last:
        sampled = step % training["telemetryEvery"] == 0 or step + 1 == last
        images, labels, size = data.batch(step, rank, world)
        images, labels = tensors(images, labels, device)
        rate = learning_rate(training, step, data.steps_per_epoch, total)
        prepare_step(optimizer, training, step, rate)
        logger.begin(sampled)
        # There is a gradient of what stands before all weights too.
        images.requires_grad_(sampled and logger.differentiates_images)
        optimizer.zero_grad(set_to_none=True)
        outputs = parallel(images)
        own_loss = loss_of(outputs, labels)
        # DistributedDataParallel averages over processes; each counts for its share.
        (own_loss * (len(labels) * world / size)).backward()
        sums = torch.stack(
            [
                own_loss.detach() * len(labels),
                accuracy_of(outputs, labels, metric).float(),
            ]
        )
        if world > 1:
            dist.all_reduce(sums)
        loss, accuracy = (sums / size).tolist()
        gradient_norms = logger.gradients() if sampled else []
        if not math.isfinite(loss):
            reason, message = "diverged", f"The loss is {loss} at step {step + 1}."
            break
        if training["clipNorm"] > 0:
            torch.nn.utils.clip_grad_norm_(model.parameters(), training["clipNorm"])
        optimizer.step()
        step += 1
        measured = logger.measured(gradient_norms, size) if sampled else None
        if run:
            progress.count(loss, accuracy, size)
            if sampled:
                progress.sampled(step, loss, accuracy, rate, measured)
        if step % data.steps_per_epoch == 0:
            if run:
                validation_loss, _ = progress.epoch_ended(
                    step, lambda: validate(model, data, device, metric)
                )
                save(validation_loss)
            if world > 1:
                dist.barrier()
        elif run and (step % options.checkpoint_every == 0 or step == last):
            save()
    if run:
        run.end(step, reason, message)
        trackers.close()
    if dist.is_initialized():
        dist.destroy_process_group()


LAYERS = json.loads((HERE / "layers.json").read_text(encoding="utf8"))

if __name__ == "__main__":
    main()
