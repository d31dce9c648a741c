"""Writes a run in Layerwise's own format, so that Layerwise opens it, also while it grows."""

import json
import math
import os
import platform
import socket
import uuid
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

STEP_COLUMNS = ("losses", "metrics", "learningRates")
NODE_COLUMNS = (
    "activationGradientNorms",
    "activationGradientRms",
    "activationMeans",
    "activationDeviations",
    "zeroShares",
)
WEIGHT_COLUMNS = ("weightGradientNorms", "weightNorms", "updateRatios")


def number(value):
    """What JSON can hold of a number: null stands for NaN and infinity."""
    return (
        float(np.format_float_positional(np.float32(value)))
        if math.isfinite(value)
        else None
    )


def now():
    return (
        datetime.now(timezone.utc)
        .isoformat(timespec="milliseconds")
        .replace("+00:00", "Z")
    )


class RunFolder:
    """run.json, metrics.jsonl, telemetry/ and checkpoints/ of one run.

    `state_name` is the file in checkpoints/ that holds what the framework needs to go on.
    """

    def __init__(self, path, layers, resume, state_name):
        self.path = Path(path)
        self.state_path = self.path / "checkpoints" / state_name
        self.layers = layers
        (self.path / "telemetry").mkdir(parents=True, exist_ok=True)
        (self.path / "checkpoints").mkdir(exist_ok=True)
        if (self.path / "run.json").exists() and not resume:
            raise SystemExit(
                f"{path} holds a run already: name a new folder, or go on with --resume."
            )
        self._lock()
        self.metrics = open(self.path / "metrics.jsonl", "a", encoding="utf8")
        if resume and not (self.path / "metrics.jsonl").read_bytes().endswith(b"\n"):
            # A kill cut the last line off.
            self.metrics.write("\n")
            self.line(type="torn")
        named = ("id", "label", "outputShape")
        nodes = [{key: node[key] for key in named} for node in layers["nodes"]]
        self.columns = {"nodes": nodes, "weights": layers["weights"]}
        self.best = math.inf

    def start(self, project, sizes, machine):
        """`machine`: backend, device ("cpu" or "gpu"), description, libraryVersion and threads."""
        record = {
            "format": "layerwise-run",
            "version": 1,
            "startedAt": now(),
            "document": {
                k: v for k, v in project.items() if k not in ("format", "version")
            },
            "projectVersion": project["version"],
            "seed": project["training"]["seed"],
            "dataset": {"name": project["training"]["dataset"]["type"], "files": []},
            "sizes": sizes,
            "device": machine,
            "versions": {
                "layerwise": self.layers["layerwise"],
                "library": machine["libraryVersion"],
                "node": f"Python {platform.python_version()}",
            },
        }
        self._write_aside(
            self.path / "run.json", json.dumps(record, indent=2, ensure_ascii=False)
        )
        self._describe([])

    def resume(self, step, epochs):
        marks = json.loads((self.path / "telemetry/columns.json").read_text())[
            "resumed"
        ]
        rows = (self.path / "telemetry/steps.i32").stat().st_size // 4
        self._cut(rows)
        self._describe([*marks, {"row": rows, "fromStep": step}])
        self.line(type="resumed", fromStep=step, epochs=epochs, at=now())

    def sample(self, step, loss, metric, rate, measured):
        """One sampled step; `measured` has a list for each column of nodes and of weights."""
        values = {
            "losses": [loss],
            "metrics": [metric],
            "learningRates": [rate],
            **measured,
        }
        for name in (*STEP_COLUMNS, *NODE_COLUMNS, *WEIGHT_COLUMNS):
            self._append(f"{name}.f32", np.asarray(values[name], "<f4"))
        # Last: a row is there once its step is.
        self._append("steps.i32", np.asarray([step], "<i4"))
        self.line(
            type="step",
            step=step,
            loss=number(loss),
            accuracy=number(metric),
            learningRate=number(rate),
        )

    def epoch(self, step, **values):
        self.line(
            type="epoch",
            step=step,
            **{k: v if k == "epoch" else number(v) for k, v in values.items()},
        )

    def checkpoint(self, step, epochs, weights, write_state, validation_loss=None):
        """Weights under Layerwise's names, for Layerwise to read, and what `write_state` writes into the file it is given."""
        folder = self.state_path.parent
        metadata = {
            "format": "layerwise-checkpoint",
            "step": str(step),
            "epochs": str(epochs),
        }
        names = ["last"]
        if validation_loss is not None and validation_loss < self.best:
            self.best = validation_loss
            names.append("best")
        for name in names:
            aside = folder / f"{name}.safetensors.partial"
            save_file(
                {f"weights/{key}": value for key, value in weights.items()},
                aside,
                metadata,
            )
            os.replace(aside, folder / f"{name}.safetensors")
        aside = self.state_path.with_name(f"{self.state_path.name}.partial")
        write_state(aside)
        os.replace(aside, self.state_path)
        size = (folder / "last.safetensors").stat().st_size
        self.line(type="checkpoint", step=step, file="last.safetensors", bytes=size)

    def end(self, step, reason, message=None):
        self.line(type="end", step=step, reason=reason, message=message, node=None)
        self.metrics.close()
        self.lock.unlink(missing_ok=True)

    def line(self, **fields):
        self.metrics.write(json.dumps(fields) + "\n")
        self.metrics.flush()

    def _lock(self):
        """Says to Layerwise who trains into the folder."""
        self.lock = self.path / "lock"
        started = None
        try:
            stat = Path("/proc/self/stat").read_text()
            ticks = stat[stat.rindex(")") + 2 :].split(" ")[19]
            boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
            started = f"{ticks} {boot}"
        except OSError:
            pass
        holder = {
            "pid": os.getpid(),
            "started": started,
            "host": socket.gethostname(),
            "token": str(uuid.uuid4()),
        }
        self.lock.write_text(json.dumps(holder))

    def _describe(self, resumed):
        columns = {
            "format": "layerwise-telemetry",
            "version": 1,
            **self.columns,
            "activationStatistics": True,
            "resumed": resumed,
        }
        self._write_aside(self.path / "telemetry/columns.json", json.dumps(columns))

    def _append(self, name, values):
        with open(self.path / "telemetry" / name, "ab") as file:
            file.write(values.tobytes())

    def _cut(self, rows):
        """Takes off what a kill left of a row."""
        widths = dict.fromkeys(STEP_COLUMNS, 1)
        widths |= dict.fromkeys(NODE_COLUMNS, len(self.columns["nodes"]))
        widths |= dict.fromkeys(WEIGHT_COLUMNS, len(self.columns["weights"]))
        for name, width in widths.items():
            os.truncate(self.path / "telemetry" / f"{name}.f32", 4 * width * rows)

    @staticmethod
    def _write_aside(path, text):
        aside = path.with_name(f"{path.name}.partial")
        aside.write_text(text + "\n", encoding="utf8")
        os.replace(aside, path)
