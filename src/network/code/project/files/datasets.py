"""Reads the images that the network was drawn for: pixels (N×H×W×C) and labels."""

import gzip
import os
import tarfile
from pathlib import Path

import numpy as np

from random_streams import shuffled


def read_dataset(reference, place=None):
    """Training and test images of a project's dataset: ((pixels, labels), (pixels, labels)).

    `place` is the file or folder to read from; else the project's, else ./data.
    """
    kind = reference["type"]
    place = Path(
        place or reference.get("path") or os.environ.get("LAYERWISE_DATA") or "data"
    )
    if kind == "synthetic":
        return read_synthetic(reference)
    if not place.exists():
        raise SystemExit(f"There is no {place}: name the dataset's place with --data.")
    if kind in ("mnist", "fashion-mnist"):
        sets = read_idx_folder(place)
    elif kind in ("cifar-10", "cifar-100"):
        sets = read_cifar(place, kind)
    elif kind == "folder":
        return read_image_folder(reference, place)
    else:
        sets = read_arrays(place)
    counts = reference.get("trainingImages"), reference.get("testImages")
    return tuple((x[:n], y[:n]) for (x, y), n in zip(sets, counts))


def read_idx_folder(folder):
    def read(stem):
        for name in (stem, f"{stem}.gz"):
            path = folder / name
            if path.exists():
                data = (
                    gzip.decompress(path.read_bytes())
                    if path.suffix
                    else path.read_bytes()
                )
                rank = data[3]
                shape = np.frombuffer(data, ">i4", rank, 4)
                return np.frombuffer(data, np.uint8, offset=4 + 4 * rank).reshape(shape)
        raise SystemExit(
            f"{folder} lacks {stem}: it should hold the four files of MNIST."
        )

    return tuple(
        (
            read(f"{part}-images-idx3-ubyte")[..., None],
            read(f"{part}-labels-idx1-ubyte"),
        )
        for part in ("train", "t10k")
    )


def read_cifar(place, kind):
    """The binary version: a folder of .bin files, or its .tar.gz."""
    if place.is_file():
        with tarfile.open(place) as archive:
            files = {
                Path(member.name).name: archive.extractfile(member).read()
                for member in archive
                if member.name.endswith(".bin")
            }
    else:
        files = {path.name: path.read_bytes() for path in place.rglob("*.bin")}
    ten = kind == "cifar-10"
    training = (
        [f"data_batch_{number}.bin" for number in range(1, 6)] if ten else ["train.bin"]
    )
    test = ["test_batch.bin" if ten else "test.bin"]
    labels = 1 if ten else 2

    def read(names):
        missing = [name for name in names if name not in files]
        if missing:
            raise SystemExit(
                f"{place} lacks {missing[0]} of the binary version of {kind}."
            )
        data = np.concatenate([np.frombuffer(files[name], np.uint8) for name in names])
        records = data.reshape(-1, labels + 3072)
        images = records[:, labels:].reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1)
        return np.ascontiguousarray(images), records[:, labels - 1]

    return read(training), read(test)


def read_arrays(path):
    """A .npz archive of x_train, y_train, x_test and y_test."""
    with np.load(path) as arrays:
        names = [("x_train", "y_train"), ("x_test", "y_test")]
        return tuple(
            (x if x.ndim == 4 else x[..., None], y.reshape(-1))
            for x, y in ((arrays[x], arrays[y]) for x, y in names)
        )


def read_image_folder(reference, folder):
    """A folder of images for each class, or such folders in train/ and test/."""
    from PIL import Image, ImageOps

    size = (reference["width"], reference["height"])

    def picture(path):
        with Image.open(path) as image:
            image = image.convert("RGB" if reference["colour"] else "L")
            if reference["resize"] == "crop":
                image = ImageOps.fit(image, size)
            elif reference["resize"] == "fit":
                image = ImageOps.pad(image, size)
            else:
                image = image.resize(size)
        pixels = np.asarray(image)
        return pixels if pixels.ndim == 3 else pixels[..., None]

    def read(root, classes):
        files = [
            (path, label)
            for label, name in enumerate(classes)
            for path in sorted((root / name).iterdir())
        ]
        return np.stack([picture(path) for path, _ in files]), np.array(
            [label for _, label in files]
        )

    parts = {path.name.lower(): path for path in folder.iterdir() if path.is_dir()}
    test = next(
        (
            parts[name]
            for name in ("test", "testing", "val", "valid", "validation")
            if name in parts
        ),
        None,
    )
    root = parts.get("train", parts.get("training")) if test else None
    root = root or folder
    classes = sorted(path.name for path in root.iterdir() if path.is_dir())
    pixels, labels = read(root, classes)
    if test and root is not folder:
        return (pixels, labels), read(test, classes)
    held, kept = [], []
    for label in range(len(classes)):
        numbers = shuffled(
            np.flatnonzero(labels == label), reference["splitSeed"], f"holdOut/{label}"
        )
        count = round(len(numbers) * reference["testShare"])
        held += numbers[:count]
        kept += numbers[count:]
    return (pixels[sorted(kept)], labels[sorted(kept)]), (
        pixels[sorted(held)],
        labels[sorted(held)],
    )


def read_synthetic(reference):
    """Pictures of each class under noise, or noise alone: of the same kind as Layerwise's, not the same."""
    random = np.random.default_rng(reference["seed"])
    shape = (reference["height"], reference["width"], reference["channels"])
    grain = 4
    coarse = random.standard_normal(
        (reference["classes"], -(-shape[0] // grain), -(-shape[1] // grain), shape[2])
    )
    patterns = coarse.repeat(grain, 1).repeat(grain, 2)[:, : shape[0], : shape[1]]

    def make(count):
        labels = random.integers(reference["classes"], size=count)
        if reference["variant"] == "noise":
            return random.integers(256, size=(count, *shape), dtype=np.uint8), labels
        values = patterns[labels] + reference["noise"] * random.standard_normal(
            (count, *shape)
        )
        return np.clip(np.round(128 + 32 * values), 0, 255).astype(np.uint8), labels

    return make(reference["trainingImages"]), make(reference["testImages"])
