"""What the contenders in Python have in common: the race they are told at the start, its data, and turns of steps.

The race is a JSON object in the first argument (see raceSchema in contender.ts). A contender introduces itself with a
line of JSON on standard output, and answers each line on standard input that asks for a turn.
"""

import json
import math
import os
import sys
import time
from dataclasses import asdict, dataclass
from itertools import cycle
from math import prod
from typing import Callable, Iterable

import numpy as np

# Standard output is for answers alone: what a library prints goes to standard error.
answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)


@dataclass(frozen=True)
class Race:
    network: str
    batch: int
    shape: list[int]
    classes: int
    threads: int
    data: str


def read_race() -> Race:
    return Race(**json.loads(sys.argv[1]))


def read_batches(race: Race) -> list[tuple[np.ndarray, np.ndarray]]:
    """Images N x H x W x C and class numbers, by batch."""
    images = np.fromfile(os.path.join(race.data, "images.f32"), np.float32)
    labels = np.fromfile(os.path.join(race.data, "labels.i32"), np.int32)
    images = images.reshape(-1, race.batch, *race.shape)
    return list(zip(images, labels.reshape(-1, race.batch)))


@dataclass(frozen=True)
class Size:
    """What tells whether two networks are the same."""

    parameters: int
    """How many numbers are trained."""
    multiplyAdds: int
    """Of convolutions and dense layers for one image, forwards."""


def multiply_adds(kernels: Iterable[tuple[int, Iterable[int]]]) -> int:
    """A kernel, given by the number of its values, is used once at every place of its layer's output."""
    return sum(values * prod(places) for values, places in kernels)


def serve(race: Race, version: str, size: Size, batches: list, step: Callable[..., float]) -> None:
    """Takes turns until standard input closes; `step` trains on one of `batches` and gives the loss."""
    answer(version=version, threads=race.threads, **asdict(size))
    upcoming = cycle(batches)
    for line in sys.stdin:
        wanted = json.loads(line)["seconds"]
        start = time.perf_counter()
        images, elapsed, loss = 0, 0.0, float("nan")
        while elapsed < wanted:
            loss = step(*next(upcoming))
            images += race.batch
            elapsed = time.perf_counter() - start
        # JSON has no NaN.
        answer(images=images, seconds=elapsed, loss=loss if math.isfinite(loss) else None)


def answer(**message: object) -> None:
    print(json.dumps(message), file=answers, flush=True)
