"""Trains the network as its project says: in one process, or in many under torchrun.

    python train.py --data DATA --out runs/first
    torchrun --nproc-per-node 4 train.py --data DATA --out runs/first

Every process takes its share of each batch, so that many train as one does.
"""

import argparse
import json
import math
import os
import time
from pathlib import Path

import torch
import torch.distributed as dist
from torch.nn.parallel import DistributedDataParallel

from data import Data
from gradient_logger import GradientLogger
from model import LAYERWISE_WEIGHTS, build_model, load_layerwise_weights, loss_of
from optimizers import learning_rate, make_optimizer, prepare_step
from run_folder import RunFolder
from trackers import Trackers

HERE = Path(__file__).parent


def parse_options():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--out", default="run", help="folder of the run, which Layerwise opens"
    )
    parser.add_argument("--data", help="file or folder of the dataset")
    parser.add_argument("--epochs", type=int, help="in place of the project's")
    parser.add_argument("--steps", type=int, help="end after so many steps")
    parser.add_argument(
        "--weights",
        default=HERE / "weights.safetensors",
        help="first weights, where the file exists",
    )
    parser.add_argument(
        "--resume", action="store_true", help="go on from the run's last checkpoint"
    )
    parser.add_argument("--checkpoint-every", type=int, default=500, metavar="STEPS")
    parser.add_argument(
        "--sync-batch-norm",
        action="store_true",
        help="batch norm's statistics over all processes (GPUs only); else each has its own",
    )
    parser.add_argument(
        "--tensorboard", action="store_true", help="also write TensorBoard events"
    )
    parser.add_argument(
        "--wandb", metavar="PROJECT", help="also log to Weights & Biases"
    )
    parser.add_argument("--mlflow", metavar="EXPERIMENT", help="also log to MLflow")
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
        images, labels = images.to(device), labels.to(device)
        outputs = model(images)
        loss += loss_of(outputs, labels).item() * len(labels)
        right += accuracy_of(outputs, labels, metric).item()
        count += len(labels)
    model.train()
    return loss / count, right / count


@torch.no_grad()
def layerwise_weights(model):
    """All weights under their names and in their shapes in Layerwise."""
    state, shapes = model.state_dict(), LAYERS["shapes"]
    weights = {}
    for name, (parameter, shape, axes) in LAYERWISE_WEIGHTS.items():
        moved = state[parameter].reshape([shape[axis] for axis in axes])
        back = [axes.index(axis) for axis in range(len(axes))]
        weights[name] = moved.permute(back).reshape(shapes[name]).contiguous().cpu()
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

    parameters = dict(model.named_parameters())
    decays = {LAYERWISE_WEIGHTS[name][0] for name in LAYERS["decays"]}
    optimizer = make_optimizer(
        training,
        [p for name, p in parameters.items() if name in decays],
        [p for name, p in parameters.items() if name not in decays],
    )
    logger = GradientLogger(model, LAYERS, device)
    epochs = options.epochs or training["epochs"]
    total = epochs * data.steps_per_epoch
    last = min(total, options.steps or total)

    run = RunFolder(options.out, LAYERS, options.resume) if rank == 0 else None
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
        run.start(project, sizes, device, world)
    trackers = Trackers(options, project["name"]) if rank == 0 else None

    def save(validation_loss=None):
        state = {
            "model": model.state_dict(),
            "optimizer": optimizer.state_dict(),
            "step": step,
        }
        epochs_done = step // data.steps_per_epoch
        run.checkpoint(
            step, epochs_done, layerwise_weights(model), state, validation_loss
        )

    loss_sum = right_sum = images_seen = 0
    begun = time.monotonic()
    reason, message = "finished", None
    while step < last:
        sampled = step % training["telemetryEvery"] == 0 or step + 1 == last
        images, labels, size = data.batch(step, rank, world)
        images, labels = images.to(device), labels.to(device)
        rate = learning_rate(training, step, data.steps_per_epoch, total)
        prepare_step(optimizer, training, step, rate)
        logger.begin(sampled)
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
        loss_sum, right_sum, images_seen = (
            loss_sum + loss * size,
            right_sum + accuracy * size,
            images_seen + size,
        )
        if sampled:
            measured = logger.measured(gradient_norms, size)
            if run:
                run.sample(step, loss, accuracy, rate, measured)
                trackers.log(
                    step, {"loss": loss, "accuracy": accuracy, "learning_rate": rate}
                )
                print(
                    f"step {step:>6} of {last}  loss {loss:.4f}  accuracy {accuracy:.1%}",
                    flush=True,
                )
        if step % data.steps_per_epoch == 0:
            if run:
                seconds = max(time.monotonic() - begun, 1e-9)
                validation_loss, validation_accuracy = validate(
                    model, data, device, metric
                )
                run.epoch(
                    step,
                    epoch=step // data.steps_per_epoch,
                    loss=loss_sum / images_seen,
                    accuracy=right_sum / images_seen,
                    validationLoss=validation_loss,
                    validationAccuracy=validation_accuracy,
                    imagesPerSecond=images_seen / seconds,
                )
                trackers.log(
                    step,
                    {
                        "validation_loss": validation_loss,
                        "validation_accuracy": validation_accuracy,
                    },
                )
                print(
                    f"epoch {step // data.steps_per_epoch}  validation accuracy {validation_accuracy:.2%}",
                    flush=True,
                )
                save(validation_loss)
            if world > 1:
                dist.barrier()
            loss_sum = right_sum = images_seen = 0
            begun = time.monotonic()
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
